/** Where the command line writes: results on one stream, everything else on the other. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of the terminal that results go to; null where they go to a file, a pipe or a terminal without colours. */
  readonly outWidth: number | null;
  /** Columns of the terminal where progress can be shown and wiped away; null elsewhere. */
  readonly errWidth: number | null;
}

/** Terminals that do not tell. */
const USUAL_WIDTH = 80;

/** @param onFault told where the results could not all be written, other than by a reader that has seen enough */
export function processStreams(onFault: () => void): Streams {
  const { stdout, stderr } = process;
  const { NO_COLOR: noColour = '', TERM: terminal = '' } = process.env;
  // `phuluc check … | head` closes the pipe: that is no fault.
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') onFault();
  });
  stderr.on('error', () => {
    // Nobody is left to be told.
  });
  const widthOf = (stream: NodeJS.WriteStream): number | null => (stream.isTTY && terminal !== 'dumb' ? stream.columns || USUAL_WIDTH : null);
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    outWidth: noColour === '' ? widthOf(stdout) : null,
    errWidth: widthOf(stderr),
  };
}
