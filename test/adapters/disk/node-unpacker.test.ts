/** One contract for every unpacker: Node's own, and the plain one that browsers get. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nodeUnpacker } from '#adapters/disk/node-unpacker';
import { plainUnpacker } from '#adapters/xlsx/plain-unpacker';

describe.each([['node', nodeUnpacker], ['plain', plainUnpacker]])('%s', (_, { inflate, checksum }) => {
  test('[X3] gives back what was packed', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      expect([...inflate(deflateRawSync(bytes), bytes.length)]).toEqual([...bytes]);
    }), { numRuns: 50 });
  });

  test('[X3] never writes beyond the size declared', () => {
    const packed = deflateRawSync(new Uint8Array(1_000_000));
    expect(() => inflate(packed, 1000)).toThrow(SyntaxError);
  });

  test('[X3] broken bytes are no part, or one of another length', () => {
    const packed = deflateRawSync(new TextEncoder().encode('Phụ lục năm 2020'.repeat(50)));
    const whole = 16 * 50;
    let length: number | null = null;
    try {
      ({ length } = inflate(packed.subarray(0, - 5), whole));
    } catch (error) {
      expect(error).toBeInstanceOf(SyntaxError);
    }
    expect(length).not.toBe(whole);
  });

  test('[X3] sums up as zip does', () => {
    expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xCB_F4_39_26);
  });
});
