/** The commands of the ribbon, the context menu and the shortcuts: they work with the panel closed, and open it on what they did. */
import type { Errands } from '#app/errands';
import type { CommandName } from '#faces/commands/names';

/** What the commands need of the page. */
export interface CommandPage {
  readonly errands: Pick<Errands, 'ask'>;
  /** The address of the help, for what this Excel cannot do. */
  readonly help: string;
}

/** @param event of a button; shortcuts have none */
type Command = (event?: Pick<Office.AddinCommands.Event, 'completed'>) => Promise<void>;

export function commandsOf({ errands, help }: CommandPage): Readonly<Record<CommandName, Command>> {
  const withPanel = (then: () => void): Command => async (event) => {
    try {
      if (await isOpened(help)) then();
    } finally {
      // Without it Excel shows for minutes that the add-in is at work.
      event?.completed();
    }
  };
  return { check: withPanel(() => { errands.ask('check'); }), openPanel: withPanel(() => null) };
}

/** Only where ribbon and panel share a page can one open the other; elsewhere the help says what to do instead. */
async function isOpened(help: string): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) {
    Office.context.ui.displayDialogAsync(`${help}#ribbon`, { height: 50, width: 40 });
    return false;
  }
  await Office.addin.showAsTaskpane();
  return true;
}
