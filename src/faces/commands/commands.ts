/** The commands of the ribbon, the context menu and the shortcuts: they work with the panel closed, and open it on what they did. */
import type { Errands, PlainErrand } from '#app/errands';
import type { CommandName } from '#faces/commands/names';

/** What the commands need of the page. */
export interface CommandPage {
  readonly errands: Pick<Errands, 'ask'>;
  /** Does it without the panel: marks the cells, and says what was found. */
  readonly alone: (errand: PlainErrand) => Promise<void>;
  /** The address of the help, for what this Excel cannot do. */
  readonly help: string;
}

/** @param event of a button; shortcuts have none */
type Command = (event?: Pick<Office.AddinCommands.Event, 'completed'>) => Promise<void>;

export function commandsOf({ errands, alone, help }: CommandPage): Readonly<Record<CommandName, Command>> {
  const ended = (action: () => Promise<void>): Command => async (event) => {
    try {
      await action();
    } finally {
      // Without it Excel shows for minutes that the add-in is at work.
      event?.completed();
    }
  };
  const done = (errand: PlainErrand): Command => ended(async () => {
    if (await isOpened()) errands.ask(errand);
    else await alone(errand);
  });
  /** @param then what is done in the panel; nothing is written that nobody sees first */
  const inPanel = (then: () => void): Command => ended(async () => {
    if (await isOpened()) then();
    else Office.context.ui.displayDialogAsync(`${help}#ribbon`, { height: 50, width: 40 });
  });
  return { check: done('check'), submit: done('submit'), complete: inPanel(() => { errands.ask('complete'); }), newForm: inPanel(() => { errands.ask('newForm'); }), openPanel: inPanel(() => undefined) };
}

/** Only where ribbon and panel share a page can one open the other, and Excel may refuse. */
async function isOpened(): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return false;
  try {
    await Office.addin.showAsTaskpane();
    return true;
  } catch {
    // Whatever the reason, the panel is not there: what was asked for is done without it.
    return false;
  }
}
