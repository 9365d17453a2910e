/** The command line without its first file: what is loaded where more is asked than the version. */
export { run, textsFor } from '#faces/cli/run';
export { processStreams } from '#faces/cli/streams';
