import { type OpenIdxOptions, openIdx, parseIdx } from '@fashion-mnist/idx-format';
import { gzip } from 'pako';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { BGZIP_LABELS } from './bgzip-files.ts';
import { bitsOf, concatenate, ELEMENT_TYPES, recordedFile, sample, withBytes } from './samples.ts';

const images = sample('uint8', [5, 2, 3]);
const HEADER_BYTES = 16;

describe('openIdx', () => {
  it.each(ELEMENT_TYPES)('reads any record of a %s file', async (type) => {
    const { file, data } = sample(type, [4, 3]);
    const open = await openIdx(file);
    for (const index of [3, 0, 2, 1]) {
      const record = await open.read(index);
      expect(record.shape).toEqual([3]);
      expect(record.data.constructor).toBe(data.constructor);
      expect(bitsOf(record.data)).toEqual(bitsOf(data.slice(3 * index, 3 * index + 3)));
    }
  });

  it('tells what the file holds', async () => {
    expect(await openIdx(images.file)).toMatchObject({
      type: 'uint8',
      shape: [5, 2, 3],
      recordCount: 5,
      recordShape: [2, 3],
    });
  });

  it('reads a range of records as one array, also none and all', async () => {
    const open = await openIdx(images.file);
    expect(await open.readRange(1, 3)).toEqual({ data: images.data.slice(6, 18), shape: [2, 2, 3] });
    expect(await open.readRange(5, 5)).toEqual({ data: new Uint8Array(0), shape: [0, 2, 3] });
    expect(await open.readRange(0, 5)).toEqual(parseIdx(images.file));
  });

  it('gives records memory of their own', async () => {
    const open = await openIdx(images.file.slice());
    (await open.read(0)).data.fill(99);
    expect((await open.read(0)).data).toEqual(images.data.slice(0, 6));
  });

  it('reads nothing but the header and the record', async () => {
    const { source, log } = recordedFile(images.file);
    const open = await openIdx(source);
    expect(Math.max(...log.reads.map(({ offset, length }) => offset + length))).toBe(HEADER_BYTES);
    log.reads.length = 0;
    await open.read(3);
    expect(log.reads).toEqual([{ offset: HEADER_BYTES + 3 * 6, length: 6 }]);
  });

  it('reads a Blob', async () => {
    const open = await openIdx(new Blob([images.file as Uint8Array<ArrayBuffer>]));
    expect((await open.read(4)).data).toEqual(images.data.slice(24));
  });

  it('reads little-endian files, files with bytes behind the end, and empty ones', async () => {
    const little = Uint8Array.of(0, 0, 0x0b, 1, 2, 0, 0, 0, 1, 2, 3, 4);
    expect((await (await openIdx(little, { byteOrder: 'little-endian' })).read(1)).data).toEqual(
      Int16Array.of(0x0403),
    );
    const long = concatenate([images.file, Uint8Array.of(1)]);
    expect((await (await openIdx(long, { allowTrailing: true })).read(4)).data).toEqual(
      images.data.slice(24),
    );
    const empty = await openIdx(sample('int32', [0, 7]).file);
    expect((await empty.readRange(0, 0)).data).toEqual(new Int32Array(0));
    const hollow = await openIdx(sample('float64', [2, 0]).file);
    expect((await hollow.read(1)).data).toEqual(new Float64Array(0));
  });

  it('narrows the type of what is read to the type that was asked for', async () => {
    const open = await openIdx(images.file, { type: 'uint8' });
    expectTypeOf(open.type).toEqualTypeOf<'uint8'>();
    expectTypeOf((await open.read(0)).data).toEqualTypeOf<Uint8Array>();
  });

  it('refuses records that do not exist', async () => {
    const open = await openIdx(images.file);
    for (const index of [-1, 5, 0.5, Number.NaN]) await expect(open.read(index)).rejects.toThrow(RangeError);
    for (const [start, end] of [
      [-1, 2],
      [3, 2],
      [0, 6],
      [0.5, 2],
    ] as const) {
      await expect(open.readRange(start, end)).rejects.toThrow(
        new RangeError(`expected records within 0..5, got ${start}..${end}`),
      );
    }
  });

  it('closes its source once, and reads no more', async () => {
    const { source, log } = recordedFile(images.file);
    const open = await openIdx(source);
    await open.close();
    await open[Symbol.asyncDispose]();
    expect(log.closes).toBe(1);
    await expect(open.read(0)).rejects.toMatchObject({
      code: 'E_IDX_SOURCE',
      message: expect.stringContaining('expected an open file, got one that was closed'),
    });
  });

  it('closes its source when it is disposed of', async () => {
    const { source, log } = recordedFile(images.file);
    await (await openIdx(source))[Symbol.asyncDispose]();
    expect(log.closes).toBe(1);
  });

  it('closes bytes as well, of which nothing is open', async () => {
    await expect((await openIdx(images.file)).close()).resolves.toBeUndefined();
  });

  it('rejects with the reason of an abort, while opening and while reading', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    const { source, log } = recordedFile(images.file);
    await expect(openIdx(source, { signal })).rejects.toBe(reason);
    expect(log).toEqual({ reads: [], closes: 1 });
    await expect((await openIdx(source)).read(0, { signal })).rejects.toBe(reason);
    expect(log.reads).not.toContainEqual({ offset: HEADER_BYTES, length: 6 });

    const controller = new AbortController();
    const slow = { size: 99, read: () => new Promise<never>(() => {}) };
    const opening = openIdx(slow, { signal: controller.signal });
    controller.abort(reason);
    await expect(opening).rejects.toBe(reason);
  });

  it.each<{ what: string; file: Uint8Array; options?: OpenIdxOptions; code: string }>([
    { what: 'an empty file', file: new Uint8Array(0), code: 'E_IDX_SHORT_HEADER' },
    { what: 'a single byte', file: images.file.subarray(0, 1), code: 'E_IDX_SHORT_HEADER' },
    { what: 'half a header', file: images.file.subarray(0, 9), code: 'E_IDX_SHORT_HEADER' },
    { what: 'a page', file: new TextEncoder().encode('<html></html>'), code: 'E_IDX_IS_HTML' },
    { what: 'a byte missing', file: images.file.subarray(0, -1), code: 'E_IDX_TRUNCATED' },
    { what: 'a byte too many', file: concatenate([images.file, Uint8Array.of(0)]), code: 'E_IDX_TRAILING' },
    {
      what: 'sizes in the wrong byte order',
      file: withBytes(sample('uint8', [3]).file, 4, [3, 0, 0, 0]),
      code: 'E_IDX_ENDIAN',
    },
    { what: 'another element type', file: images.file, options: { type: 'int8' }, code: 'E_IDX_TYPE' },
    { what: 'a gzip without blocks', file: gzip(images.file), code: 'E_GZIP_NOT_BLOCKED' },
    {
      what: 'an index for a file that needs none',
      file: images.file,
      options: { index: BGZIP_LABELS.index },
      code: 'E_IDX_SOURCE',
    },
  ])('refuses $what, and closes the source', async ({ file, options, code }) => {
    const { source, log } = recordedFile(file);
    await expect(openIdx(source, options)).rejects.toMatchObject({ code });
    expect(log.closes).toBe(1);
  });

  it('refuses a source that gives less than it says it has', async () => {
    const open = await openIdx({
      ...recordedFile(images.file).source,
      read: async (offset, length) => (offset === 0 ? images.file.subarray(0, length) : new Uint8Array(2)),
    });
    await expect(open.read(0)).rejects.toMatchObject({
      code: 'E_IDX_SOURCE',
      message: 'expected 6 bytes at byte 16, got 2 (if the file changed, open it again)',
    });
  });

  it('says that a file without blocks needs no index', async () => {
    await expect(openIdx(images.file, { index: BGZIP_LABELS.index })).rejects.toThrow(
      'expected a blocked gzip, as an index is given, got a file that is not gzip (open it without)',
    );
  });
});
