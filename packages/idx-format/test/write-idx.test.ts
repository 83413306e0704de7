import {
  encodeIdx,
  type IdxCompression,
  IdxFormatError,
  type IdxTypedArray,
  openIdx,
  parseIdxGz,
  writeIdx,
} from '@fashion-mnist/idx-format';
import { ungzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { BGZIP_LABELS } from './bgzip-files.ts';
import { concatenate, ELEMENT_TYPES, join, noise, RecordedSource, sample, stepOf } from './samples.ts';

const COMPRESSIONS: IdxCompression[] = ['none', 'gzip', 'blocked-gzip'];
/** The empty block at the end of a file, as the specification prints it. */
const END_OF_FILE = [
  0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0, 0x1b, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
];

const images = sample('uint8', [5, 2, 3]);
const record = (index: number) => images.data.slice(6 * index, 6 * index + 6);
const unpacked = (bytes: Uint8Array, compression: IdxCompression) =>
  compression === 'none' ? bytes : ungzip(bytes);

function blocksOf(file: Uint8Array): Uint8Array[] {
  const blocks: Uint8Array[] = [];
  for (let start = 0; start < file.length; ) {
    const size = new DataView(file.buffer, file.byteOffset + start).getUint16(16, true) + 1;
    blocks.push(file.subarray(start, start + size));
    start += size;
  }
  return blocks;
}

describe.each(COMPRESSIONS)('writeIdx with compression %s', (compression) => {
  it.each(ELEMENT_TYPES)('writes what encodeIdx writes of %s records', async (type) => {
    const { shape, data, file } = sample(type, [4, 3]);
    const records = [0, 1, 2, 3].map((index) => data.slice(3 * index, 3 * index + 3));
    const written = await join(writeIdx({ type, shape }, records, { compression }));
    expect(unpacked(written, compression)).toEqual(file);
  });

  it('takes items of several records, of none, and of records that are larger than its chunks', async () => {
    const items = [images.data.slice(0, 12), new Uint8Array(0), images.data.slice(12)];
    const written = await join(writeIdx(images, items, { compression }));
    expect(unpacked(written, compression)).toEqual(images.file);

    const data = noise(2 * 100_000);
    const large = { data, shape: [2, 100_000] };
    const writtenLarge = await join(writeIdx({ type: 'uint8', shape: large.shape }, [data], { compression }));
    expect(unpacked(writtenLarge, compression)).toEqual(encodeIdx(large));
  });

  it('takes items of several records that begin in one chunk and end in another', async () => {
    const data = noise(22_000 * 6);
    const items = Array.from({ length: 22 }, (_, index) => data.slice(6000 * index, 6000 * (index + 1)));
    const shape = [22_000, 2, 3];
    const written = await join(writeIdx({ type: 'uint8', shape }, items, { compression }));
    expect(unpacked(written, compression)).toEqual(encodeIdx({ data, shape }));
  });

  it('writes files without records, and files of empty records', async () => {
    for (const shape of [
      [0, 28],
      [3, 0],
    ]) {
      const written = await join(writeIdx({ type: 'int16', shape }, [], { compression }));
      expect(unpacked(written, compression)).toEqual(encodeIdx({ data: new Int16Array(0), shape }));
    }
  });

  it('lets records use their memory again', async () => {
    const shared = new Uint8Array(6);
    const source = new RecordedSource((pull) => {
      if (pull < 5) shared.set(record(pull));
      return stepOf(pull < 5 ? shared : undefined);
    });
    const written = await join(writeIdx(images, source, { compression }));
    expect(unpacked(written, compression)).toEqual(images.file);
  });

  it.each<{ what: string; items: readonly IdxTypedArray[]; code: string }>([
    { what: 'too few records', items: [0, 1, 2, 3].map(record), code: 'E_IDX_SHAPE' },
    { what: 'one record too many', items: [0, 1, 2, 3, 4, 0].map(record), code: 'E_IDX_SHAPE' },
    { what: 'too many records at once', items: [noise(36)], code: 'E_IDX_SHAPE' },
    { what: 'a part of a record', items: [record(0), noise(7)], code: 'E_IDX_SHAPE' },
    { what: 'parts that make up whole records', items: [noise(15), noise(15)], code: 'E_IDX_SHAPE' },
    { what: 'records of another type', items: [record(0), new Int8Array(6)], code: 'E_IDX_TYPE' },
    { what: 'what is no array', items: [record(0), 'text' as never], code: 'E_IDX_TYPE' },
  ])('refuses $what before the file is complete', async ({ items, code }) => {
    const chunks: Uint8Array[] = [];
    const writing = (async () => {
      for await (const chunk of writeIdx(images, items, { compression })) chunks.push(chunk);
    })();
    await expect(writing).rejects.toMatchObject({ code });
    await expect(parseIdxGz(concatenate(chunks))).rejects.toThrow(IdxFormatError);
  });

  it('refuses a record for a file that has none before the header leaves', async () => {
    const writing = writeIdx({ type: 'uint8', shape: [0, 6] }, [record(0)], { compression });
    await expect(writing.next()).rejects.toMatchObject({ code: 'E_IDX_SHAPE' });
  });

  it('refuses a shape that cannot be written', async () => {
    await expect(join(writeIdx({ type: 'uint8', shape: [] }, [], { compression }))).rejects.toMatchObject({
      code: 'E_IDX_NDIM',
    });
    await expect(join(writeIdx({ type: 'uint8', shape: [0.5] }, [], { compression }))).rejects.toMatchObject({
      code: 'E_IDX_TOO_LARGE',
    });
  });

  it.each<{ what: string; items: readonly IdxTypedArray[]; says: string }>([
    { what: 'too few records', items: [0, 1, 2].map(record), says: 'expected 5 records, got 2 less' },
    { what: 'too many records', items: [noise(36)], says: 'expected 5 records, got more' },
    {
      what: 'a part of a record',
      items: [noise(7)],
      says: 'expected whole records of 6 elements, got 7 elements',
    },
    { what: 'another type', items: [new Int8Array(6)], says: 'expected uint8 elements, got int8' },
    {
      what: 'what is no array',
      items: ['text' as never],
      says: 'expected uint8 elements, got [object String]',
    },
  ])('says what is wrong with $what', async ({ items, says }) => {
    await expect(join(writeIdx(images, items, { compression }))).rejects.toThrow(says);
  });

  it('closes the records when the reader stops, and when a record is refused', async () => {
    const endless = new RecordedSource(() => stepOf(noise(70_000)));
    for await (const _ of writeIdx({ type: 'uint8', shape: [2 ** 31] }, endless, { compression })) break;
    expect(endless.closes).toBe(1);

    const wrong = new RecordedSource(() => stepOf(new Int8Array(6)));
    await expect(join(writeIdx(images, wrong, { compression }))).rejects.toThrow(IdxFormatError);
    expect(wrong.closes).toBe(1);
  });

  it('passes an error of the records on as it is', async () => {
    const failure = new Error('no more paper');
    const source = new RecordedSource<Uint8Array>(() => Promise.reject(failure));
    await expect(join(writeIdx(images, source, { compression }))).rejects.toBe(failure);
  });

  it('ends and closes the records when the signal aborts while they are waited for', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const source = new RecordedSource<Uint8Array>(() => {
      setTimeout(() => controller.abort(reason));
      return new Promise(() => {});
    });
    const writing = join(writeIdx(images, source, { compression, signal: controller.signal }));
    await expect(writing).rejects.toBe(reason);
    expect(source.closes).toBe(1);
  });
});

describe('writeIdx', () => {
  it('asks for a record only when the reader asks for bytes', async () => {
    const source = new RecordedSource(() => stepOf(noise(65_280)));
    const writing = writeIdx({ type: 'uint8', shape: [2 ** 31] }, source);
    await writing.next();
    const pulls = source.pulls;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(source.pulls).toBe(pulls);
    await writing.return();
  });

  it('collects small records into chunks', async () => {
    const records = Array.from({ length: 1000 }, (_, index) => noise(784).fill(index & 255));
    let chunkCount = 0;
    for await (const _ of writeIdx({ type: 'uint8', shape: [1000, 28, 28] }, records)) chunkCount++;
    expect(chunkCount).toBe(1 + Math.ceil(1000 / 83));
  });

  it.each([
    {
      what: 'small records',
      shape: [300, 28, 28],
      contents: [16, 83 * 784, 83 * 784, 83 * 784, 51 * 784, 0],
    },
    { what: 'large records', shape: [1, 100_000], contents: [12, 65_280, 34_720, 0] },
  ])('puts the header and whole $what into blocks, and an empty block at the end', async (facts) => {
    const { shape, contents } = facts;
    const data = noise(shape.reduce((product, size) => product * size, 1));
    const file = await join(writeIdx({ type: 'uint8', shape }, [data], { compression: 'blocked-gzip' }));
    const blocks = blocksOf(file);
    expect(blocks.map((block) => ungzip(block).length)).toEqual(contents);
    expect([...(blocks.at(-1) ?? [])]).toEqual(END_OF_FILE);
  });

  it('hands over an index that lists every block but the first and the empty one', async () => {
    const { count, labelAt, index } = BGZIP_LABELS;
    const labels = Uint8Array.from({ length: count }, (_, at) => labelAt(at));
    const handed: Uint8Array[] = [];
    const file = await join(
      writeIdx({ type: 'uint8', shape: [count] }, [labels], {
        compression: 'blocked-gzip',
        onIndex: (gzi) => handed.push(gzi),
      }),
    );
    const starts = blocksOf(file).map((_, at, blocks) => concatenate(blocks.slice(0, at)).length);
    const [gzi = index] = handed;
    const numbers = new BigUint64Array(gzi.slice().buffer);
    expect(handed).toHaveLength(1);
    expect([...numbers].map(Number)).toEqual([2, starts[1], 8, starts[2], 8 + 65_280]);
    expect((await (await openIdx(file, { index: gzi })).read(count - 1)).data[0]).toBe(labelAt(count - 1));
  });

  it('hands over no index of a file that is not written to its end', async () => {
    let isHanded = false;
    const onIndex = () => {
      isHanded = true;
    };
    for await (const _ of writeIdx(images, [images.data], { compression: 'blocked-gzip', onIndex })) break;
    expect(isHanded).toBe(false);
  });
});

it('writes one member of gzip, without fields that blocks have', async () => {
  const [, , , flags] = await join(writeIdx(images, [images.data], { compression: 'gzip' }));
  expect(flags).toBe(0);
});
