import { expect, it } from 'vitest';
import { declaredLength } from './declared-length.ts';

it.each([
  { bytes: [], length: 0 },
  { bytes: [1, 2, 3], length: 0 },
  { bytes: [1, 2, 3, 4], length: 0x04030201 },
  { bytes: [9, 9, 255, 255, 255, 255], length: 2 ** 32 - 1 },
])('the last four bytes of $bytes declare the length $length', ({ bytes, length }) => {
  const within = Uint8Array.from([0, 0, 0, 0, ...bytes]).subarray(4);
  expect(declaredLength(within)).toBe(length);
});
