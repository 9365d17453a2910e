/** The commands that write workbooks. */
import { diskStore } from '#adapters/disk/workbook-store';
import { runOneOf } from '#faces/cli/commands';
import { runComplete } from '#faces/cli/complete-command';
import { runLearn } from '#faces/cli/learn-command';
import { runMark } from '#faces/cli/mark-command';
import { runNew } from '#faces/cli/new-command';
import type { Streams } from '#faces/cli/streams';

/** @returns as `run` does */
export function runWriting(argv: readonly string[], streams: Streams): Promise<number> {
  return runOneOf(new Map([
    ['mark', (words, context) => runMark(words, context, diskStore())],
    ['complete', (words, context) => runComplete(words, context, diskStore())],
    ['new', (words, context) => runNew(words, context, diskStore())],
    ['templates', (words, context) => runLearn(words, context, diskStore())],
  ]), argv, streams);
}
