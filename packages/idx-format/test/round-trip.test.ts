import {
  type IdxCompression,
  type IdxRecord,
  type IdxTypedArray,
  openIdx,
  parseIdxGz,
  readIdx,
  writeIdx,
} from '@fashion-mnist/idx-format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsOf, concatenate, cut, ELEMENT_TYPES, join, type Sample, sample } from './samples.ts';

const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 });
const files = fc.record({
  content: fc.tuple(fc.constantFrom(...ELEMENT_TYPES), shapes).map(([type, shape]) => sample(type, shape)),
  compression: fc.constantFrom<IdxCompression>('none', 'gzip', 'blocked-gzip'),
  recordsPerItem: fc.integer({ min: 1, max: 3 }),
  chunkBytes: fc.integer({ min: 1, max: 40 }),
});

const filesWithRandomAccess = files.filter(({ compression }) => compression !== 'gzip');

function itemsOf({ shape, data }: Sample, recordsPerItem: number): IdxTypedArray[] {
  const itemLength = recordsPerItem * shape.slice(1).reduce((product, size) => product * size, 1);
  const itemCount = itemLength === 0 ? 0 : Math.ceil(data.length / itemLength);
  return Array.from({ length: itemCount }, (_, item) =>
    data.slice(item * itemLength, (item + 1) * itemLength),
  );
}

type WrittenFile = typeof files extends fc.Arbitrary<infer T> ? T : never;

const write = ({ content, compression, recordsPerItem }: WrittenFile) =>
  join(writeIdx(content, itemsOf(content, recordsPerItem), { compression }));

describe('what writeIdx wrote, of every type, shape and compression,', () => {
  it('is what parseIdxGz reads, bit by bit', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const { data, shape } = await parseIdxGz(await write(file));
        expect(data.constructor).toBe(file.content.data.constructor);
        expect({ bits: bitsOf(data), shape }).toEqual({
          bits: bitsOf(file.content.data),
          shape: file.content.shape,
        });
      }),
    );
  });

  it('is what readIdx reads, from chunks of any size and from a Blob', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const bytes = await write(file);
        for (const source of [cut(bytes, file.chunkBytes), new Blob([bytes.slice()])]) {
          const records: IdxRecord[] = [];
          for await (const record of readIdx(source)) records.push(record);
          const count = file.content.data.length === 0 ? 0 : file.content.shape[0];
          expect(records.map(({ index }) => index)).toEqual([...new Array(count).keys()]);
          expect(concatenate(records.map(({ data }) => bitsOf(data)))).toEqual(bitsOf(file.content.data));
        }
      }),
    );
  });

  it('is what openIdx reads, from bytes and from a Blob', async () => {
    await fc.assert(
      fc.asyncProperty(filesWithRandomAccess, async (file) => {
        const { content } = file;
        const bytes = await write(file);
        for (const source of [bytes, new Blob([bytes.slice()])]) {
          const open = await openIdx(source);
          expect({ type: open.type, shape: open.shape }).toEqual({
            type: content.type,
            shape: content.shape,
          });
          const all = await open.readRange(0, open.recordCount);
          expect(bitsOf(all.data)).toEqual(bitsOf(content.data));
          for (let index = open.recordCount - 1; index >= 0; index--) {
            const part = await open.readRange(index, index + 1);
            expect(bitsOf((await open.read(index)).data)).toEqual(bitsOf(part.data));
          }
        }
      }),
    );
  });
});
