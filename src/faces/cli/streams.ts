/** Where the command line writes: results on one stream, everything else on the other. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of the terminal that results go to; null where they go to a file or a pipe. */
  readonly outWidth: number | null;
  /** True where progress can be shown and wiped away. */
  readonly errIsTerminal: boolean;
}

export function processStreams(): Streams {
  const { stdout, stderr } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    outWidth: stdout.isTTY && process.env['NO_COLOR'] === undefined ? stdout.columns : null,
    errIsTerminal: stderr.isTTY,
  };
}
