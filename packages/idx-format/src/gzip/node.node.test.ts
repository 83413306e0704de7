import { createGunzip } from 'node:zlib';
import { gzip } from 'pako';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resizableBytes } from '../resizable-bytes.ts';
import { gzipFault } from './gzip-fault.ts';
import { ZlibPump } from './node/zlib-pump.ts';
import { gunzipWhole, gzipStream, gzipWhole } from './node.ts';
import { unpack } from './unpack.ts';

const KIB = 2 ** 10;
const MIB = 2 ** 20;
const noise = Uint8Array.from({ length: 3_000_000 }, (_, i) => Math.imul(i ^ (i >> 7), 2654435761) >>> 23);
const packedNoise = gzip(noise);

afterEach(() => vi.restoreAllMocks());

/** The size of the buffer that zlib begins with. */
async function firstBuffer(run: () => Promise<unknown>): Promise<number | undefined> {
  const allocate = vi.spyOn(Buffer, 'allocUnsafe').mockClear();
  await run().catch(() => {});
  return allocate.mock.calls[0]?.[0];
}

function withDeclaredLength(packed: Uint8Array, length: number): Uint8Array {
  const changed = packed.slice();
  new DataView(changed.buffer).setUint32(packed.length - 4, length, true);
  return changed;
}

describe('gunzipWhole of Node', () => {
  it('unpacks into one buffer of the length that the trailer declares', async () => {
    const output = await gunzipWhole(packedNoise, 2 ** 31);
    expect(Buffer.compare(output, noise)).toBe(0);
    expect(output.buffer.byteLength).toBe(noise.length + 1);
  });

  it('gives small outputs memory of their own, not a part of the pool of Node', async () => {
    const [first, second] = await Promise.all([
      gunzipWhole(gzip(Uint8Array.of(1)), 10),
      gunzipWhole(gzip(Uint8Array.of(2)), 10),
    ]);
    expect(first.buffer).not.toBe(second.buffer);
  });

  it.each([2 ** 32 - 1, 2 ** 31, 10 ** 9])(
    'does not allocate %i bytes on the word of a file',
    async (length) => {
      const packed = withDeclaredLength(packedNoise, length);
      expect(await firstBuffer(() => gunzipWhole(packed, 2 ** 32))).toBe(MIB);
    },
  );

  it.each([
    { of: 'a length of twice the file and 1 MiB', declared: 200 * KIB + MIB, bytes: 200 * KIB + MIB + 1 },
    { of: 'a longer one', declared: 200 * KIB + MIB + 1, bytes: MIB },
    { of: 'one below that of the file', declared: 10, bytes: 100 * KIB },
    { of: 'one above the limit', declared: MIB, limit: 90 * KIB, bytes: 90 * KIB + 1 },
    { of: 'a limit below 64 KiB', declared: MIB, limit: 10, bytes: 64 * KIB },
  ])('begins with a buffer that fits $of', async ({ declared, limit = 2 ** 31, bytes }) => {
    const packed = withDeclaredLength(packedNoise.subarray(0, 100 * KIB), declared);
    expect(await firstBuffer(() => gunzipWhole(packed, limit))).toBe(bytes);
  });

  it('begins with 1 MiB where the last of many members is small', async () => {
    const packed = withDeclaredLength(packedNoise, 10);
    expect(packed.length).toBeGreaterThan(MIB);
    expect(await firstBuffer(() => gunzipWhole(packed, 2 ** 31))).toBe(MIB);
  });

  it('unpacks little more than it is allowed to', async () => {
    const allocate = vi.spyOn(Buffer, 'allocUnsafe');
    const bomb = gzip(new Uint8Array(MIB));
    allocate.mockClear();
    await expect(gunzipWhole(bomb, 10)).rejects.toMatchObject({ code: 'E_GZIP_TOO_LARGE' });
    expect(allocate.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('believes a length that the caller expects', async () => {
    const zeros = gzip(new Uint8Array(40 * MIB));
    expect(await firstBuffer(() => gunzipWhole(zeros, 40 * MIB))).toBe(40 * MIB + 1);
    expect(await firstBuffer(() => gunzipWhole(zeros, 2 ** 31))).toBeLessThanOrEqual(MIB + 2 * zeros.length);
  });

  it('is not disturbed when a resizable input shrinks meanwhile', async () => {
    const { bytes, shrinkTo } = resizableBytes(packedNoise);
    const output = gunzipWhole(bytes, 2 ** 31);
    shrinkTo(0);
    expect(Buffer.compare(await output, noise)).toBe(0);
  });
});

it('packs into buffers that are too large for the pool of Node', async () => {
  expect(await firstBuffer(() => gzipWhole(Uint8Array.of(1)))).toBe(64 * KIB);
});

describe('the zlib engine behind a stream', () => {
  it('is closed when a stream that it packs is abandoned', async () => {
    const close = vi.spyOn(ZlibPump.prototype, 'close');
    const chunks = gzipStream([noise]);
    await chunks.next();
    expect(close).not.toHaveBeenCalled();
    await chunks.return(undefined);
    expect(close).toHaveBeenCalledOnce();
  });

  it('tells its errors as they are to those who explain none', async () => {
    const chunks = new ZlibPump(createGunzip()).push(Uint8Array.of(1, 2, 3));
    await expect(chunks.next()).rejects.toMatchObject({ code: 'Z_DATA_ERROR' });
  });

  it.each([
    {
      how: 'abandoned',
      read: async (chunks: AsyncGenerator<Uint8Array>) => {
        await chunks.next();
        await chunks.return(undefined);
      },
    },
    {
      how: 'read to its end',
      read: async (chunks: AsyncGenerator<Uint8Array>) => {
        for await (const _ of chunks);
      },
    },
  ])('is destroyed when the stream is $how', async ({ read }) => {
    const engine = createGunzip();
    await read(unpack([packedNoise], new ZlibPump(engine, (error) => gzipFault(error.message))));
    expect(engine.destroyed).toBe(true);
  });
});
