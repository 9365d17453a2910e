/** Makes the commands known to Excel. */
import { errands, type PlainErrand } from '#app/errands';
import { commandsOf } from '#faces/commands/commands';

const beside = (file: string): string => new URL(file, location.href).href;
const alone = (errand: PlainErrand): Promise<void> => import(/* webpackChunkName: "alone" */ '#faces/commands/alone').then((part) => part.alone(errand, beside('result.html')));
const commands = commandsOf({ errands, alone, help: beside('help.html') });
for (const [name, command] of Object.entries(commands)) {
  Office.actions.associate(name, (event?: Office.AddinCommands.Event) => { void command(event); });
}
