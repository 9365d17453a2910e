/** Gathers small pieces of text: each write to a stream costs more than the piece itself. */

const SIZE = 65_536;

export function* inChunks(pieces: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < SIZE) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
