import { describe, expect, it } from 'vitest';
import { npyHeader } from './npy.ts';

const header = (...shape: number[]) => Buffer.from(npyHeader({ data: new Uint8Array(), shape }));

describe('npyHeader', () => {
  it('is magic, version 1.0, a length and a Python dictionary', () => {
    const bytes = header(60_000, 28, 28);
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u{93}NUMPY\u{1}\u{0}');
    expect(bytes.readUInt16LE(8)).toBe(bytes.length - 10);
    expect(bytes.subarray(10).toString('latin1').trimEnd()).toBe(
      "{'descr': '|u1', 'fortran_order': False, 'shape': (60000, 28, 28), }",
    );
  });

  it('writes a shape of one dimension as a tuple', () => {
    expect(header(7).toString('latin1')).toContain("'shape': (7,), }");
  });

  it.each([[[1]], [[12_345_678]], [[60_000, 28, 28]], [new Array(32).fill(1000)]])(
    'ends in a line end at a multiple of 64 bytes for %j',
    (shape) => {
      const bytes = header(...shape);
      expect(bytes.length % 64).toBe(0);
      expect(bytes.at(-1)).toBe(0x0a);
    },
  );
});
