/** The commands that ribbon, context menu and shortcuts may name. */
export const COMMANDS = ['check', 'submit', 'complete', 'newForm', 'openPanel'] as const;

export type CommandName = (typeof COMMANDS)[number];
