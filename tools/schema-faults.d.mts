export function hasSchemas(): boolean;
export function schemaFaults(xml: string): Promise<readonly string[]>;
