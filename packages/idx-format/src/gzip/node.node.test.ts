import { createGunzip } from 'node:zlib';
import { gzip } from 'pako';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resizableBytes } from '../resizable-bytes.ts';
import { gzipFault } from './gzip-fault.ts';
import { ZlibPump } from './node/zlib-pump.ts';
import { gunzipWhole } from './node.ts';
import { unpack } from './unpack.ts';

const MIB = 2 ** 20;
const noise = Uint8Array.from({ length: 3_000_000 }, (_, i) => Math.imul(i ^ (i >> 7), 2654435761) >>> 23);

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
    const output = await gunzipWhole(gzip(noise), 2 ** 31);
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
      const packed = withDeclaredLength(gzip(noise), length);
      const bytes = await firstBuffer(() => gunzipWhole(packed, 2 ** 32));
      expect(bytes).toBeLessThanOrEqual(2 * packed.length + MIB);
    },
  );

  it('believes a length that the caller expects', async () => {
    const zeros = gzip(new Uint8Array(40 * MIB));
    expect(await firstBuffer(() => gunzipWhole(zeros, 40 * MIB))).toBe(40 * MIB + 1);
    expect(await firstBuffer(() => gunzipWhole(zeros, 2 ** 31))).toBeLessThanOrEqual(MIB + 2 * zeros.length);
  });

  it('is not disturbed when a resizable input shrinks meanwhile', async () => {
    const { bytes, shrinkTo } = resizableBytes(gzip(noise));
    const output = gunzipWhole(bytes, 2 ** 31);
    shrinkTo(0);
    expect(Buffer.compare(await output, noise)).toBe(0);
  });
});

describe('the zlib engine behind a stream', () => {
  const packed = gzip(noise);

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
    await read(unpack([packed], new ZlibPump(engine, (error) => gzipFault(error.message))));
    expect(engine.destroyed).toBe(true);
  });
});
