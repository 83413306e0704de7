import { gzip } from 'pako';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { collect } from './collect.ts';
import { pieces, STREAM_DECODERS, WHOLE_DECODERS } from './decoders-under-test.ts';
import { gzipFault } from './gzip-fault.ts';
import { PakoDecoder } from './pako.ts';
import { through } from './through.ts';
import { unpack } from './unpack.ts';
import * as web from './web.ts';

const CHUNK_BYTES = 2 ** 16;
const large = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >>> 7);
const packedLarge = gzip(large);
const bomb = gzip(new Uint8Array(5_000_000));

/** Says what becomes of a source: how many pieces were taken, and whether it was closed. */
function watched(parts: Iterable<Uint8Array>) {
  const seen = { taken: 0, isClosed: false };
  async function* source() {
    try {
      for (const part of parts) {
        seen.taken++;
        yield part;
      }
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, source: source() };
}

afterEach(() => vi.unstubAllGlobals());

describe.each(WHOLE_DECODERS)('unpacking as a whole by $name', ({ gunzip }) => {
  it('stops at the limit, and not one byte before', async () => {
    await expect(gunzip(packedLarge, large.length - 1)).rejects.toMatchObject({ code: 'E_GZIP_TOO_LARGE' });
    expect(await gunzip(packedLarge, large.length)).toEqual(large);
  });

  it.each([0, 1, 1000, 4_999_999])('stops a bomb at %i bytes', async (limit) => {
    await expect(gunzip(bomb, limit)).rejects.toMatchObject({ code: 'E_GZIP_TOO_LARGE' });
  });

  it('allows nothing where nothing is inside', async () => {
    expect(await gunzip(gzip(new Uint8Array(0)), 0)).toHaveLength(0);
    await expect(gunzip(gzip(Uint8Array.of(7)), 0)).rejects.toMatchObject({ code: 'E_GZIP_TOO_LARGE' });
  });

  it('reads shared memory, and a part of a larger buffer', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(packedLarge.length + 3), 3);
    shared.set(packedLarge);
    expect(await gunzip(shared, large.length)).toEqual(large);
  });
});

describe.each(STREAM_DECODERS)('unpacking a stream by $name', ({ stream }) => {
  it('gives chunks of at most 64 KiB, whatever a piece unpacks to', async () => {
    const sizes: number[] = [];
    for await (const chunk of stream([bomb])) sizes.push(chunk.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(CHUNK_BYTES);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5_000_000);
  });

  it('gives chunks that later ones leave alone', async () => {
    expect(await collect(stream(pieces(packedLarge, 1000)), large.length)).toEqual(large);
  });

  it('takes the next piece when the output of the one before was taken, and closes the source', async () => {
    const { seen, source } = watched(pieces(packedLarge, 4096));
    const chunks = stream(source);
    await chunks.next();
    expect(seen).toEqual({ taken: 1, isClosed: false });
    await chunks.return(undefined);
    expect(seen).toEqual({ taken: 1, isClosed: true });
  });

  it('closes the source of damaged data', async () => {
    const { seen, source } = watched([packedLarge.with(20, (packedLarge[20] ?? 0) ^ 255), packedLarge]);
    await expect(collect(stream(source), large.length)).rejects.toMatchObject({ name: 'IdxFormatError' });
    expect(seen.isClosed).toBe(true);
  });

  it('passes an error of the source on as it is', async () => {
    const failure = Object.assign(new Error('the disk is gone'), { code: 'Z_DATA_ERROR' });
    async function* failing() {
      yield packedLarge.subarray(0, 5000);
      throw failure;
    }
    await expect(collect(stream(failing()), large.length)).rejects.toBe(failure);
  });

  it('gives no chunks without bytes', async () => {
    const sizes: number[] = [];
    for await (const { length } of stream(pieces(gzip(large.subarray(0, 1000)), 1))) sizes.push(length);
    expect(sizes).not.toContain(0);
  });

  it('skips pieces without bytes', async () => {
    const nothing = new Uint8Array(0);
    const source = [nothing, packedLarge.subarray(0, 9), nothing, packedLarge.subarray(9), nothing];
    expect(await collect(stream(source), large.length)).toEqual(large);
  });
});

it('pako fills one buffer after the other, however small the pieces are', async () => {
  const buffers = new Set<ArrayBufferLike>();
  const chunks = unpack(pieces(packedLarge, 100), new PakoDecoder(gzipFault));
  for await (const { buffer } of chunks) buffers.add(buffer);
  expect(buffers.size).toBe(Math.ceil(large.length / CHUNK_BYTES));
});

describe('a browser', () => {
  it('unpacks a whole file by its DecompressionStream alone', async () => {
    const output = through(pieces(packedLarge), new DecompressionStream('gzip'));
    expect(await collect(output, large.length)).toEqual(large);
  });

  it('unpacks without a DecompressionStream too', async () => {
    vi.stubGlobal('DecompressionStream', undefined);
    expect(await web.gunzipWhole(packedLarge, large.length)).toEqual(large);
  });
});
