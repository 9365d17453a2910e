/** What a silent host is waited for: figures can be asked for again, a write must not be written twice. */
export type Silence = 'reading' | 'writing';
