import { describe, expect, it } from 'vitest';
import {
  bytesField,
  floatField,
  integerField,
  message,
  messageField,
  textField,
  toBytes,
} from './protobuf.ts';

/** Bytes of the examples in https://protobuf.dev/programming-guides/encoding; 1 is 0x3f800000 as a float32. */
describe('protobuf', () => {
  it.each([
    ['a whole number', integerField(1, 150), '089601'],
    ['0', integerField(1, 0), '0800'],
    ['a negative number', integerField(1, -2), '08feffffffffffffffff01'],
    ['a number of more than 32 bits', integerField(1, 2 ** 35), '08808080808001'],
    ['a field beyond 15', integerField(20, 2), 'a00102'],
    ['text', textField(2, 'testing'), '120774657374696e67'],
    ['text beyond ASCII', textField(2, 'é'), '1202c3a9'],
    ['bytes', bytesField(9, Uint8Array.of(1, 0)), '4a020100'],
    ['a float', floatField(2, 1), '150000803f'],
    ['a message', messageField(3, [integerField(1, 150)]), '1a03089601'],
    ['an empty message', messageField(3, []), '1a00'],
    ['fields one after the other', message([integerField(1, 1), integerField(2, 2)]), '08011002'],
  ])('writes %s', (_name, encoded, expected) => {
    const bytes = toBytes(encoded);
    expect(hexOf(bytes)).toBe(expected);
    expect(encoded.byteLength).toBe(expected.length / 2);
  });

  it('writes the length of a long message in several bytes', () => {
    const bytes = toBytes(messageField(1, [bytesField(1, new Uint8Array(300))]));
    expect(hexOf(bytes.subarray(0, 6))).toBe('0aaf020aac02');
    expect(bytes.length).toBe(306);
  });
});

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
