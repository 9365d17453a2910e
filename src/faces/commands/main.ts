/** Makes the commands known to Excel. */
import { errands } from '#app/errands';
import { commandsOf } from '#faces/commands/commands';

const commands = commandsOf({ errands, help: new URL('help.html', location.href).href });
for (const [name, command] of Object.entries(commands)) {
  Office.actions.associate(name, (event?: Office.AddinCommands.Event) => { void command(event); });
}
