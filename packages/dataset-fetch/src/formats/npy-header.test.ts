import { describe, expect, it } from 'vitest';
import { npyBytes, type RawNpy } from '../../test/npy-bytes.ts';
import { parseNpyHeader } from './npy-header.ts';

const plain: RawNpy = { descr: '|u1', shape: [2, 3], data: new Uint8Array(6) };
const headed = (dictionary: string) => npyBytes({ ...plain, dictionary });

describe('parseNpyHeader', () => {
  it.each([1, 2, 3] as const)('tells what NumPy says of an array, version %i', (version) => {
    const bytes = npyBytes({ ...plain, version, isFortranOrder: true });
    expect(parseNpyHeader(bytes)).toEqual({
      descr: '|u1',
      fortranOrder: true,
      shape: [2, 3],
      headerBytes: bytes.length - 6,
    });
    expect(() => parseNpyHeader(bytes.subarray(0, -6))).not.toThrow();
  });

  it.each([
    { of: 'a number alone', shape: [] },
    { of: 'one size', shape: [7] },
    { of: 'two sizes', shape: [12, 345] },
  ])('reads the shape of $of', ({ shape }) => {
    expect(parseNpyHeader(npyBytes({ ...plain, shape })).shape).toEqual(shape);
  });

  it('takes spaces before, within and behind', () => {
    const spaced = "  {  'descr' : '|u1' , 'fortran_order' : False , 'shape' : ( 2 , 3 ) , }  ";
    expect(parseNpyHeader(headed(spaced))).toMatchObject({
      descr: '|u1',
      fortranOrder: false,
      shape: [2, 3],
    });
  });

  it('takes 10,000 bytes, and no more', () => {
    const long = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3)}";
    const bytes = (length: number) => {
      const text = new TextEncoder().encode(long.padEnd(length));
      return Uint8Array.of(...npyBytes(plain).subarray(0, 8), length & 255, length >> 8, ...text);
    };
    expect(parseNpyHeader(bytes(10_000)).headerBytes).toBe(10_010);
    expect(() => parseNpyHeader(bytes(10_001))).toThrow(
      'npy: expected a header of at most 10000 bytes at byte 8, got 10001',
    );
  });

  it.each([
    {
      what: 'nothing',
      bytes: new Uint8Array(0),
      says: 'a header of at least 10 bytes at byte 0, got the end after 0 (cut off?)',
    },
    {
      what: 'the start of a long version',
      bytes: npyBytes({ ...plain, version: 2 }).subarray(0, 11),
      says: 'a header of at least 12 bytes at byte 11, got the end after 11 (cut off?)',
    },
    {
      what: 'half a header',
      bytes: npyBytes(plain).subarray(0, 100),
      says: 'a header of at least 128 bytes at byte 100, got the end after 100 (cut off?)',
    },
    {
      what: 'another magic',
      bytes: npyBytes(plain).with(5, 0),
      says: 'a file of NumPy, which begins "\\x93NUMPY" at byte 5, got another one',
    },
    { what: 'version 0', bytes: npyBytes(plain).with(6, 0), says: 'version 1, 2 or 3 at byte 6, got 0' },
    { what: 'version 4', bytes: npyBytes(plain).with(6, 4), says: 'version 1, 2 or 3 at byte 6, got 4' },
    {
      what: 'a record',
      bytes: headed("{'descr': [('a', '<f4')], 'shape': (2, 3), }"),
      says: `the entry of an array of numbers at byte 11, got ${JSON.stringify("'descr': [('a', '<f4')], 'shape': (2, 3), }".slice(0, 40))}`,
    },
    {
      what: 'something before the dictionary',
      bytes: headed("more {'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }"),
      says: 'the entry of an array of numbers at byte 72, got " }',
    },
    {
      what: 'something behind the dictionary',
      bytes: headed("{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), } and more"),
      says: 'the entry of an array of numbers at byte 67, got " } and more',
    },
    {
      what: 'a key twice',
      bytes: headed("{'shape': (6,), 'shape': (2, 3), }"),
      says: "'shape' once at byte 25, got it twice",
    },
    {
      what: 'another key',
      bytes: headed("{'descr': '|u1', 'more': True, }"),
      says: "the keys descr, fortran_order, shape at byte 10, got 'more'",
    },
    { what: 'no type', bytes: headed('{}'), says: "'descr' with a type at byte 10, got none" },
    {
      what: 'a truth value for a type',
      bytes: headed("{'descr': True}"),
      says: "'descr' with a type at byte 10, got True",
    },
    {
      what: 'no order',
      bytes: headed("{'descr': '|u1'}"),
      says: "'fortran_order' with True or False at byte 10, got none",
    },
    {
      what: 'a text for an order',
      bytes: headed("{'descr': '|u1', 'fortran_order': 'True'}"),
      says: "'fortran_order' with True or False at byte 10, got 'True'",
    },
    {
      what: 'no shape',
      bytes: headed("{'descr': '|u1', 'fortran_order': False}"),
      says: "'shape' with whole numbers at byte 10, got none",
    },
    ...['(2 3,)', '(2,,3)', '(2LL,)', '(L2,)', '(9007199254740992,)', "'12'"].map((shape) => ({
      what: `the shape ${shape}`,
      bytes: headed(`{'descr': '|u1', 'fortran_order': False, 'shape': ${shape}}`),
      says: `'shape' with whole numbers at byte 10, got ${shape}`,
    })),
  ])('refuses $what', ({ bytes, says }) => {
    expect(() => parseNpyHeader(bytes)).toThrow(`npy: expected ${says}`);
  });
});
