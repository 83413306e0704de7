import { type IdxFile, openIdx, type RandomAccessSource, writeIdx } from '@fashion-mnist/idx-format';
import { gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { BGZIP_LABELS } from './bgzip-files.ts';
import { concatenate, join, noise, recordedFile, withBytes } from './samples.ts';

async function expectLabels(file: IdxFile): Promise<void> {
  const { count, labelAt } = BGZIP_LABELS;
  expect(file.recordCount).toBe(count);
  for (const index of [0, 1, 65_271, 65_272, 65_273, count - 1]) {
    expect(await file.read(index)).toEqual({ data: Uint8Array.of(labelAt(index)), shape: [] });
  }
  expect((await file.readRange(65_270, 65_280)).data).toEqual(
    Uint8Array.from({ length: 10 }, (_, step) => labelAt(65_270 + step)),
  );
}

describe('openIdx of a blocked gzip', () => {
  const { file, index } = BGZIP_LABELS;
  const SECOND_BLOCK = 184;
  const SIZE_AT = 16;

  it('reads what bgzip wrote, with its index and without', async () => {
    await expectLabels(await openIdx(file, { index }));
    await expectLabels(await openIdx(file));
  });

  it('reads a file that lacks the empty last block', async () => {
    await expectLabels(await openIdx(file.subarray(0, -28)));
  });

  it('reads only the headers while it is opened without an index', async () => {
    const data = noise(400_000);
    const blocked = await join(
      writeIdx({ type: 'uint8', shape: [data.length] }, [data], { compression: 'blocked-gzip' }),
    );
    const { source, log } = recordedFile(blocked);
    await openIdx(source);
    const bytesRead = log.reads.reduce((sum, { length }) => sum + length, 0);
    expect(blocked.length).toBeGreaterThan(data.length);
    expect(bytesRead).toBeLessThan(blocked.length / 4);
  });

  it('reads a block once for records beside each other, also when they are asked for at once', async () => {
    const { source, log } = recordedFile(file);
    const open = await openIdx(source, { index });
    log.reads.length = 0;
    const labels = await Promise.all([3, 4, 5, 65_000].map((at) => open.read(at)));
    expect(labels.map(({ data }) => data[0])).toEqual([3, 4, 5, 65_000].map(BGZIP_LABELS.labelAt));
    expect(log.reads).toEqual([]);
    await open.read(69_999);
    await open.read(69_998);
    expect(log.reads).toEqual([{ offset: 184, length: 62 }]);
  });

  it('keeps a block that others wait for when one of them aborts', async () => {
    const { source } = recordedFile(file);
    let isHeld = false;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: RandomAccessSource = {
      size: source.size,
      async read(offset, length) {
        if (isHeld) await held;
        return source.read(offset, length);
      },
    };
    const open = await openIdx(slow, { index });
    isHeld = true;
    const controller = new AbortController();
    const aborted = open.read(69_999, { signal: controller.signal });
    const patient = open.read(69_999);
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    release();
    expect((await patient).data).toEqual(Uint8Array.of(BGZIP_LABELS.labelAt(69_999)));
  });

  it('reads a block again that could not be read', async () => {
    const { source } = recordedFile(file);
    let failures = 0;
    const failure = new Error('disk');
    const open = await openIdx(
      {
        size: source.size,
        read: (offset, length) => (failures-- > 0 ? Promise.reject(failure) : source.read(offset, length)),
      },
      { index },
    );
    failures = 1;
    await expect(open.read(69_999)).rejects.toBe(failure);
    expect((await open.read(69_999)).data).toEqual(Uint8Array.of(BGZIP_LABELS.labelAt(69_999)));
  });

  it('verifies the checksum of every block that it reads', async () => {
    const crcAt = SECOND_BLOCK + 62 - 8;
    const damaged = withBytes(file, crcAt, [(file[crcAt] ?? 0) ^ 1]);
    const open = await openIdx(damaged, { index });
    expect((await open.read(0)).data).toEqual(Uint8Array.of(0));
    await expect(open.read(69_999)).rejects.toMatchObject({ code: 'E_GZIP_CRC' });
  });

  it.each([
    { what: 'cut off within a block', bytes: file.subarray(0, 220), code: 'E_GZIP_TRUNCATED' },
    { what: 'cut off within a header', bytes: file.subarray(0, 200), code: 'E_GZIP_TRUNCATED' },
    { what: 'cut off between two blocks', bytes: file.subarray(0, SECOND_BLOCK), code: 'E_IDX_TRUNCATED' },
    {
      what: 'that goes on as another gzip',
      bytes: concatenate([file, gzip(file)]),
      code: 'E_GZIP_NOT_BLOCKED',
    },
    { what: 'with more blocks than declared', bytes: concatenate([file, file]), code: 'E_IDX_TRAILING' },
    {
      what: 'whose block says that it is smaller than its header',
      bytes: withBytes(file, SIZE_AT, [3, 0]),
      code: 'E_GZIP_NOT_BLOCKED',
    },
    {
      what: 'whose block says that it unpacks to more than 64 KiB',
      bytes: withBytes(file, SECOND_BLOCK - 4, [255, 255, 255, 255]),
      code: 'E_GZIP_NOT_BLOCKED',
    },
  ])('opens none $what', async ({ bytes, code }) => {
    await expect(openIdx(bytes)).rejects.toMatchObject({ code });
  });

  it.each([
    { what: 'that is empty', wrong: new Uint8Array(0) },
    { what: 'that is cut off', wrong: index.subarray(0, -1) },
    { what: 'whose count is wrong', wrong: withBytes(index, 0, [2]) },
    { what: 'with a block behind the end', wrong: withBytes(index, 8, [255, 255]) },
    { what: 'with a block that begins elsewhere', wrong: withBytes(index, 8, [SECOND_BLOCK - 1]) },
    { what: 'with a block of no bytes', wrong: withBytes(index, 8, [0, 0]) },
    { what: 'with content beyond 64 KiB', wrong: withBytes(index, 16, [1, 0, 1]) },
    { what: 'with content beyond 2^53', wrong: withBytes(index, 16, new Array(8).fill(255)) },
  ])('refuses an index $what', async ({ wrong }) => {
    await expect(openIdx(file, { index: wrong })).rejects.toMatchObject({ code: 'E_IDX_SOURCE' });
  });

  it('refuses an index that says another length of the first block than it unpacks to', async () => {
    const opening = openIdx(file, { index: withBytes(index, 16, [1, 255]), allowTrailing: true });
    await expect(opening).rejects.toMatchObject({ code: 'E_IDX_SOURCE' });
  });

  it('refuses to read a block that is no longer there', async () => {
    const bytes = file.slice();
    const open = await openIdx(bytes, { index });
    bytes.fill(0);
    await expect(open.read(69_999)).rejects.toMatchObject({ code: 'E_IDX_SOURCE' });
  });
});
