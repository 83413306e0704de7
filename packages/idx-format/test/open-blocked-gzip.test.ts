import {
  encodeIdx,
  type IdxFile,
  openIdx,
  type RandomAccessSource,
  writeIdx,
} from '@fashion-mnist/idx-format';
import { gzip } from 'pako';
import { describe, expect, it } from 'vitest';
import { toBlock } from '../src/write/to-block.ts';
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
  const empty = file.subarray(-28);
  const SIZE_AT = 16;

  it('reads what bgzip wrote, with its index and without', async () => {
    await expectLabels(await openIdx(file, { index }));
    await expectLabels(await openIdx(file));
  });

  it('reads a file that lacks the empty last block', async () => {
    await expectLabels(await openIdx(file.subarray(0, -28)));
  });

  it('reads a file with an empty block in its midst, as joining two files makes it', async () => {
    const joined = concatenate([file.subarray(0, SECOND_BLOCK), empty, file.subarray(SECOND_BLOCK)]);
    const entries = [1, 2].map((block) => withBytes(index.subarray(8), 0, [SECOND_BLOCK + 28 * (block - 1)]));
    await expectLabels(await openIdx(joined));
    await expectLabels(
      await openIdx(joined, { index: concatenate([Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0), ...entries]) }),
    );
  });

  it('reads blocks that unpack to the most that a block may, 64 KiB', async () => {
    const data = Uint8Array.from({ length: 65_628 }, (_, at) => BGZIP_LABELS.labelAt(at));
    const content = encodeIdx({ data, shape: [data.length] });
    const [first, second] = [gzip(content.subarray(0, 65_536)), gzip(content.subarray(65_536))].map(toBlock);
    const full = concatenate([first ?? empty, second ?? empty]);
    const ofFull = withBytes(withBytes(index, 8, [first?.length ?? 0]), 16, [0, 0, 1]);
    for (const options of [{}, { index: ofFull }]) {
      expect((await (await openIdx(full, options)).readRange(0, data.length)).data).toEqual(data);
    }
  });

  it('reads small blocks at once while it is opened without an index', async () => {
    const { source, log } = recordedFile(file);
    await openIdx(source);
    expect(log.reads).toEqual([
      { offset: 0, length: 2 },
      { offset: 0, length: file.length },
      { offset: 0, length: SECOND_BLOCK },
    ]);
  });

  it('closes its source', async () => {
    const { source, log } = recordedFile(file);
    await (await openIdx(source, { index })).close();
    expect(log.closes).toBe(1);
    await (await openIdx(file, { index })).close();
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

  it('reads no block for a record that begins with the next', async () => {
    const { source, log } = recordedFile(file);
    const open = await openIdx(source, { index });
    await open.read(69_999);
    log.reads.length = 0;
    await open.read(65_272);
    expect(log.reads).toEqual([]);
  });

  it('reads a file of one block by the index of none', async () => {
    const block = toBlock(gzip(encodeIdx({ data: Uint8Array.of(5), shape: [1] })));
    const open = await openIdx(block, { index: new Uint8Array(8) });
    expect((await open.read(0)).data).toEqual(Uint8Array.of(5));
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

  it('keeps the block that was read last when one before it fails late', async () => {
    const { source, log } = recordedFile(file);
    let fail: (reason: Error) => void = () => {};
    const held = new Promise<never>((_, reject) => {
      fail = reject;
    });
    let isHeld = false;
    const open = await openIdx(
      {
        size: source.size,
        read: (offset, length) => (isHeld && offset === SECOND_BLOCK ? held : source.read(offset, length)),
      },
      { index },
    );
    isHeld = true;
    const failing = open.read(69_999);
    await open.read(0);
    log.reads.length = 0;
    fail(new Error('disk'));
    await expect(failing).rejects.toThrow('disk');
    expect((await open.read(1)).data).toEqual(Uint8Array.of(7));
    expect(log.reads).toEqual([]);
  });

  it('verifies the checksum of every block that it reads', async () => {
    const crcAt = SECOND_BLOCK + 62 - 8;
    const damaged = withBytes(file, crcAt, [(file[crcAt] ?? 0) ^ 1]);
    const open = await openIdx(damaged, { index });
    expect((await open.read(0)).data).toEqual(Uint8Array.of(0));
    await expect(open.read(69_999)).rejects.toMatchObject({ code: 'E_GZIP_CRC' });
  });

  it.each([
    {
      what: 'cut off within a block',
      bytes: file.subarray(0, 220),
      code: 'E_GZIP_TRUNCATED',
      says: 'expected the rest of a block at byte 220, got the end of the file (is the file cut off?)',
    },
    {
      what: 'cut off within a header',
      bytes: file.subarray(0, 200),
      code: 'E_GZIP_TRUNCATED',
      says: 'at byte 200',
    },
    {
      what: 'cut off between two blocks',
      bytes: file.subarray(0, SECOND_BLOCK),
      code: 'E_IDX_TRUNCATED',
      says: 'cut off?',
    },
    {
      what: 'that goes on as another gzip',
      bytes: concatenate([file, gzip(file)]),
      code: 'E_GZIP_NOT_BLOCKED',
      says: `expected a block of a blocked gzip at byte ${file.length}, got others (make one with bgzip or with writeIdx`,
    },
    {
      what: 'that goes on for as long as a header',
      bytes: concatenate([file, gzip(file).subarray(0, 18)]),
      code: 'E_GZIP_NOT_BLOCKED',
      says: `at byte ${file.length}`,
    },
    {
      what: 'with more blocks than declared',
      bytes: concatenate([file, file]),
      code: 'E_IDX_TRAILING',
      says: 'allowTrailing',
    },
    {
      what: 'whose block says that it is smaller than its header',
      bytes: withBytes(file, SIZE_AT, [3, 0]),
      code: 'E_GZIP_NOT_BLOCKED',
      says: 'at byte 0',
    },
    {
      what: 'whose block says that it unpacks to more than 64 KiB',
      bytes: withBytes(file, SECOND_BLOCK - 4, [1, 0, 1, 0]),
      code: 'E_GZIP_NOT_BLOCKED',
      says: 'at byte 0',
    },
  ])('opens none $what', async ({ bytes, code, says }) => {
    await expect(openIdx(bytes)).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
  });

  it.each([
    { what: 'that is empty', wrong: new Uint8Array(0), got: 'an index of 0 bytes' },
    { what: 'that is cut off', wrong: index.subarray(0, -1), got: 'an index of 23 bytes' },
    { what: 'whose count is wrong', wrong: withBytes(index, 0, [2]), got: 'an index of 24 bytes' },
    {
      what: 'with a block behind the end',
      wrong: withBytes(index, 8, [255, 255]),
      got: 'a block at byte 65535 of 274',
    },
    {
      what: 'with a block that begins at the end',
      wrong: withBytes(index, 8, [274 - 256, 1]),
      got: 'a block at byte 274 of 274',
    },
    {
      what: 'with a block that begins elsewhere',
      wrong: withBytes(index, 8, [SECOND_BLOCK - 1]),
      got: 'no block at byte 183',
    },
    { what: 'with a block of no bytes', wrong: withBytes(index, 8, [0, 0]), got: 'a block at byte 0 of 274' },
    {
      what: 'with content beyond 64 KiB',
      wrong: withBytes(index, 16, [1, 0, 1]),
      got: 'a block at byte 184 of 274',
    },
    {
      what: 'with content beyond 2^53',
      wrong: withBytes(index, 16, new Array(8).fill(255)),
      got: 'a block at byte 184 of 274',
    },
  ])('refuses an index $what', async ({ wrong, got }) => {
    await expect(openIdx(file, { index: wrong })).rejects.toMatchObject({
      code: 'E_IDX_SOURCE',
      message: `expected a file that fits its index of blocks, got ${got} (index it again, with bgzip --reindex)`,
    });
  });

  it('refuses an index that says another length of the first block than it unpacks to', async () => {
    const opening = openIdx(file, { index: withBytes(index, 16, [1, 255]), allowTrailing: true });
    await expect(opening).rejects.toMatchObject({
      code: 'E_IDX_SOURCE',
      message: expect.stringContaining('got 65280 bytes in the block at byte 0'),
    });
  });

  it('refuses to read a block that is no longer there', async () => {
    const bytes = file.slice();
    const open = await openIdx(bytes, { index });
    bytes.fill(0);
    await expect(open.read(69_999)).rejects.toMatchObject({
      code: 'E_IDX_SOURCE',
      message: expect.stringContaining('got no block at bytes 184 to 246'),
    });
  });
});
