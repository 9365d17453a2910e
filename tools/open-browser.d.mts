export function browserCommand(url: string, system: string, environment: Readonly<Record<string, string | undefined>>): readonly string[] | null;
