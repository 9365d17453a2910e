/** Among the facts of a table before it is checked: what it is compared with besides itself. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Against } from '#core/table/columns';
import { css } from './css';
import { usePanel, useSession } from './panel-context';
import { useSourceTexts } from './source-texts';
import { FileButton, SourceNotes, SourceSelect } from './SourceChoice';

/** Lines of a list of facts; none for a table that compares with nothing. */
export function SourceFacts(): ReactElement {
  const { facts } = useSession();
  const compared = (['earlier', 'plan'] as const).filter((as) => facts.some(({ bases }) => bases[as] !== null));
  return <>{compared.map((as) => <SourceFact key={as} as={as} />)}</>;
}

function SourceFact({ as }: { readonly as: Against }): ReactElement {
  const { sheets } = useSession();
  const words = useSourceTexts();
  return (
    <>
      <dt>{words.facts[as]}</dt>
      <dd>
        {sheets.length > 1 ? <SourceSelect as={as} isNamed /> : <OneSheet as={as} />}
        <SourceNotes as={as} />
      </dd>
    </>
  );
}

/** Without another sheet to choose there is only the file. */
function OneSheet({ as }: { readonly as: Against }): ReactElement {
  const { session } = usePanel();
  const { sources, facts } = useSession();
  const words = useSourceTexts();
  const choice = sources[as];
  const own = facts.find(({ bases }) => bases[as] !== null)?.bases[as] ?? 'worked-back';
  return (
    <>
      <p>{choice.is === 'file' ? choice.name : words.own[own]}</p>
      <FileButton as={as} />
      {choice.is !== 'own' && <Button size="small" appearance="subtle" className={css('inline')} onClick={() => { void session.sources.choose(as, { is: 'own' }); }}>{words.drop}</Button>}
    </>
  );
}
