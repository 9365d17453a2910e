/** Makes the custom functions known to Excel: what a calculation loads, and no more. */
import * as functions from '#faces/functions/functions';

for (const [name, call] of Object.entries(functions)) CustomFunctions.associate(name.toUpperCase(), call);
