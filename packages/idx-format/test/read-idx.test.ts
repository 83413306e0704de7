import { type IdxRecord, type ReadIdxOptions, readIdx } from '@fashion-mnist/idx-format';
import { gzip } from 'pako';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { bitsOf, concatenate, cut, ELEMENT_TYPES, RecordedSource, sample, stepOf } from './samples.ts';

const images = sample('uint8', [5, 2, 3]);

async function recordsOf(
  source: Parameters<typeof readIdx>[0],
  options?: ReadIdxOptions,
): Promise<IdxRecord[]> {
  const records: IdxRecord[] = [];
  for await (const record of readIdx(source, options)) records.push(record);
  return records;
}

const contentOf = (records: readonly IdxRecord[]) => records.flatMap(({ data }) => [...bitsOf(data)]);

describe('readIdx', () => {
  it.each(ELEMENT_TYPES)('gives the same %s records for every cut of the file into two', async (type) => {
    const { file, data } = sample(type, [3, 2]);
    for (const bytes of [file, gzip(file)]) {
      for (let at = 0; at <= bytes.length; at++) {
        const records = await recordsOf([bytes.subarray(0, at), bytes.subarray(at)]);
        expect(contentOf(records)).toEqual([...bitsOf(data)]);
        expect(records.map((record) => record.data.constructor)).toEqual(new Array(3).fill(data.constructor));
      }
    }
  });

  it.each([1, 2, 3, 5, 7])('gives the same records for chunks of %i bytes', async (chunkBytes) => {
    for (const bytes of [images.file, gzip(images.file)]) {
      expect(contentOf(await recordsOf(cut(bytes, chunkBytes)))).toEqual([...images.data]);
    }
  });

  it('tells of each record its index, how many there are, and the shape without the first size', async () => {
    const [first, second] = await recordsOf([images.file]);
    expect(first).toMatchObject({ index: 0, count: 5, shape: [2, 3] });
    expect(second).toMatchObject({ index: 1, count: 5, shape: [2, 3] });
  });

  it('gives labels as arrays of one element without dimensions', async () => {
    const records = await recordsOf([sample('uint8', [2]).file]);
    expect(records).toEqual([
      { index: 0, count: 2, shape: [], data: Uint8Array.of(0) },
      { index: 1, count: 2, shape: [], data: Uint8Array.of(37) },
    ]);
  });

  it.each([
    { what: 'a Blob', source: () => new Blob([images.file as Uint8Array<ArrayBuffer>]) },
    { what: 'a ReadableStream', source: () => new Blob([images.file as Uint8Array<ArrayBuffer>]).stream() },
    { what: 'an async iterable', source: () => RecordedSource.of([images.file]) },
    { what: 'a generator', source: () => cut(images.file, 4).values() },
  ])('reads $what', async ({ source }) => {
    expect(contentOf(await recordsOf(source()))).toEqual([...images.data]);
  });

  it('gives each record memory of its own', async () => {
    const file = images.file.slice();
    const [first, second] = await recordsOf([file]);
    first?.data.fill(9);
    expect(second?.data).toEqual(images.data.slice(6, 12));
    expect(file).toEqual(images.file);
    expect(first?.data.buffer.byteLength).toBe(6);
  });

  it('reads from a source that uses the memory of its chunks again', async () => {
    const shared = new Uint8Array(4);
    const source = new RecordedSource((pull) => {
      const part = images.file.subarray(4 * pull, 4 * pull + 4);
      shared.set(part);
      return stepOf(part.length === 0 ? undefined : shared.subarray(0, part.length));
    });
    expect(contentOf(await recordsOf(source))).toEqual([...images.data]);
  });

  it('reads a record that is larger than what is allocated at first', async () => {
    const { file, data } = sample('int16', [1, 1500, 1000]);
    const [record] = await recordsOf(cut(file, 1_000_003));
    expect(record?.data).toEqual(data);
  });

  it.each([[[0, 28, 28]], [[3, 0]]])('gives no record of a file of shape %j', async (shape) => {
    expect(await recordsOf([sample('uint8', shape).file])).toEqual([]);
  });

  it('is done at once with four billion records of no bytes', async () => {
    const file = Uint8Array.of(0, 0, 8, 2, 255, 255, 255, 255, 0, 0, 0, 0);
    expect(await recordsOf([file])).toEqual([]);
    await expect(recordsOf([file, Uint8Array.of(1)])).rejects.toMatchObject({ code: 'E_IDX_TRAILING' });
  });

  it('reads a gzip of several members, padded with zeros', async () => {
    const members = concatenate([
      gzip(images.file.subarray(0, 11)),
      gzip(images.file.subarray(11)),
      new Uint8Array(9),
    ]);
    expect(contentOf(await recordsOf(cut(members, 10)))).toEqual([...images.data]);
  });

  it('reads little-endian files on request', async () => {
    const file = Uint8Array.of(0, 0, 0x0b, 1, 2, 0, 0, 0, 0x01, 0x02, 0x03, 0x04);
    const records = await recordsOf([file], { byteOrder: 'little-endian' });
    expect(records.map(({ data }) => data[0])).toEqual([0x0201, 0x0403]);
  });

  it('narrows the type of the records to the type that was asked for', async () => {
    for await (const { data } of readIdx([images.file], { type: 'uint8' })) {
      expectTypeOf(data).toEqualTypeOf<Uint8Array>();
    }
    await expect(recordsOf([images.file], { type: 'float32' })).rejects.toMatchObject({ code: 'E_IDX_TYPE' });
  });
});

describe('readIdx refuses', () => {
  it('a file cut off at any byte, and says where', async () => {
    for (let length = 0; length < images.file.length; length++) {
      await expect(recordsOf(cut(images.file.subarray(0, length), 3))).rejects.toMatchObject({
        code: length < 16 ? 'E_IDX_SHORT_HEADER' : 'E_IDX_TRUNCATED',
        details: { offset: length },
      });
    }
  });

  it('a gzip cut off at any byte', async () => {
    const bytes = gzip(images.file);
    for (let length = 2; length < bytes.length; length++) {
      await expect(recordsOf([bytes.subarray(0, length)])).rejects.toMatchObject({
        code: 'E_GZIP_TRUNCATED',
      });
    }
  });

  it('a gzip with a wrong checksum, behind its records', async () => {
    const bytes = gzip(images.file);
    bytes.set([(bytes.at(-8) ?? 0) ^ 1], bytes.length - 8);
    await expect(recordsOf([bytes])).rejects.toMatchObject({ code: 'E_GZIP_CRC' });
  });

  it.each([
    {
      what: 'a page, also byte by byte',
      bytes: new TextEncoder().encode('<!DOCTYPE html><title>403 Forbidden</title>'),
      error: { code: 'E_IDX_IS_HTML', message: expect.stringContaining('403 Forbidden') },
    },
    {
      what: 'little-endian sizes of a file that ends where they say',
      bytes: Uint8Array.of(0, 0, 8, 1, 3, 0, 0, 0, 7, 8, 9),
      error: { code: 'E_IDX_ENDIAN' },
    },
    {
      what: 'gzip inside gzip',
      bytes: gzip(gzip(images.file)),
      error: { code: 'E_IDX_IS_GZIP', details: { got: 'gzip inside gzip' } },
    },
    {
      what: 'one record of 2^40 bytes that are not there, without allocating them',
      bytes: Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 16, 0, 0, 0, 16, 0, 0, 1, 2, 3),
      error: { code: 'E_IDX_TRUNCATED', details: { offset: 19, got: '3' } },
    },
    {
      what: 'a size beyond counting',
      bytes: Uint8Array.of(0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255),
      error: { code: 'E_IDX_TOO_LARGE' },
    },
  ])('$what', async ({ bytes, error }) => {
    for (const chunkBytes of [1, bytes.length]) {
      await expect(recordsOf(cut(bytes, chunkBytes))).rejects.toMatchObject(error);
    }
  });

  it('a stream that never ends, once all its records were given', async () => {
    const source = new RecordedSource((pull) => stepOf(pull === 0 ? images.file : new Uint8Array(pull % 3)));
    let count = 0;
    const reading = (async () => {
      for await (const _ of readIdx(source)) count++;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'E_IDX_TRAILING', details: { offset: 46 } });
    expect({ count, closes: source.closes }).toEqual({ count: 5, closes: 1 });
    expect(source.pulls).toBeLessThan(5);
  });

  it('a gzip that unpacks to more than it declares, without unpacking the rest', async () => {
    const bomb = gzip(concatenate([images.file, new Uint8Array(8_000_000)]));
    const source = RecordedSource.of(cut(bomb, 100));
    await expect(recordsOf(source)).rejects.toMatchObject({ code: 'E_IDX_TRAILING' });
    expect(source.closes).toBe(1);
    expect(source.pulls).toBeLessThan(bomb.length / 100 / 2);
  });

  it.each(['text', 7, undefined])('chunks that are not bytes: %j', async (chunk) => {
    const source = new RecordedSource(() => ({ done: false, value: chunk as never }));
    await expect(recordsOf(source)).rejects.toThrow(TypeError);
    expect(source.closes).toBe(1);
  });
});

describe('readIdx stops at the declared end on request', () => {
  it('of an endless stream, which it closes', async () => {
    const source = new RecordedSource((pull) => stepOf(pull === 0 ? images.file : Uint8Array.of(1)));
    expect(await recordsOf(source, { allowTrailing: true })).toHaveLength(5);
    expect(source).toMatchObject({ pulls: 1, closes: 1 });
  });
});

describe.each([
  { packing: 'plain', bytes: images.file },
  { packing: 'gzipped', bytes: gzip(images.file) },
])('the $packing source of readIdx', ({ bytes }) => {
  const [start, rest] = [bytes.subarray(0, bytes.length - 9), bytes.subarray(bytes.length - 9)];
  const never = new Promise<never>(() => {});

  it('is closed when the loop is left', async () => {
    const source = RecordedSource.of([bytes.subarray(0, -1), bytes.subarray(-1)]);
    for await (const record of readIdx(source)) if (record.index === 0) break;
    expect(source.closes).toBe(1);
  });

  it('is not closed again when it ends by itself', async () => {
    const source = RecordedSource.of([start, rest]);
    expect(await recordsOf(source)).toHaveLength(5);
    expect(source.closes).toBe(0);
  });

  it('has its own error passed through as it is', async () => {
    const failure = new Error('connection reset');
    const source = new RecordedSource((pull) => (pull === 0 ? stepOf(start) : Promise.reject(failure)));
    await expect(recordsOf(source)).rejects.toBe(failure);
  });

  it('is closed when the signal aborts while it is waited for', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const source = new RecordedSource((pull) => {
      if (pull === 0) return stepOf(start);
      setTimeout(() => controller.abort(reason));
      return never;
    });
    await expect(recordsOf(source, { signal: controller.signal })).rejects.toBe(reason);
    expect(source.closes).toBe(1);
  });

  it('is closed and not pulled when the signal aborted before', async () => {
    const reason = new Error('too late');
    const source = RecordedSource.of([bytes]);
    await expect(recordsOf(source, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(source).toMatchObject({ pulls: 0, closes: 1 });
  });

  it('is cancelled, if it is a ReadableStream, on break, on a fault and on abort', async () => {
    const cancelled: string[] = [];
    const streamOf = (name: string, chunk: Uint8Array) =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(chunk),
        cancel: () => void cancelled.push(name),
      });
    for await (const _ of readIdx(streamOf('break', bytes))) break;
    await expect(
      recordsOf(streamOf('fault', Uint8Array.of(1, 2, 3, 4, ...new Uint8Array(600)))),
    ).rejects.toThrow();
    await expect(
      recordsOf(streamOf('abort', start), { signal: AbortSignal.timeout(20) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(cancelled).toEqual(['break', 'fault', 'abort']);
  });

  it('is not held up between two records by an abort', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const source = RecordedSource.of([bytes]);
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { index } of readIdx(source, { signal: controller.signal })) {
        seen.push(index);
        controller.abort(reason);
      }
    })();
    await expect(reading).rejects.toBe(reason);
    expect(seen).toEqual([0]);
    expect(source.closes).toBe(1);
  });
});
