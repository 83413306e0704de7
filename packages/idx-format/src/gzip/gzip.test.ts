import { ungzip } from 'pako';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gzipStream, gzipWhole } from '#gzip';
import { collect } from './collect.ts';
import { pieces } from './decoders-under-test.ts';
import { gzipStreamByPako } from './pako.ts';
import * as web from './web.ts';

const content = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) >>> 7);
const whole = (packed: AsyncIterable<Uint8Array>) => collect(packed, 2 ** 31);

afterEach(() => vi.unstubAllGlobals());

describe.each([
  { name: 'the platform', pack: gzipWhole },
  { name: 'CompressionStream', pack: web.gzipWhole },
  { name: 'the platform, as a stream', pack: (bytes: Uint8Array) => whole(gzipStream(pieces(bytes, 999))) },
  {
    name: 'CompressionStream, as a stream',
    pack: (bytes: Uint8Array) => whole(web.gzipStream(pieces(bytes))),
  },
  { name: 'pako, as a stream', pack: (bytes: Uint8Array) => whole(gzipStreamByPako(pieces(bytes, 999))) },
])('packing by $name', ({ pack }) => {
  it('makes gzip, which is undone by a gunzip of another hand', async () => {
    const packed = await pack(content);
    expect([...packed.subarray(0, 3)]).toEqual([0x1f, 0x8b, 8]);
    expect(ungzip(packed)).toEqual(content);
    expect(packed.length).toBeLessThan(content.length);
  });

  it('packs nothing', async () => {
    expect(ungzip(await pack(new Uint8Array(0)))).toHaveLength(0);
  });
});

describe.each([
  { name: 'the platform', stream: gzipStream },
  { name: 'CompressionStream', stream: web.gzipStream },
  { name: 'pako', stream: gzipStreamByPako },
])('packing a stream by $name', ({ stream }) => {
  it('closes the source when it is abandoned', async () => {
    let isClosed = false;
    async function* endless() {
      try {
        for (let seed = 1; ; seed++) yield Uint8Array.from({ length: 5000 }, (_, i) => (i * i * seed) >>> 9);
      } finally {
        isClosed = true;
      }
    }
    const packed = stream(endless());
    await packed.next();
    await packed.return(undefined);
    expect(isClosed).toBe(true);
  });

  it('passes an error of the source on as it is', async () => {
    const failure = new Error('the disk is gone');
    async function* failing() {
      yield content;
      throw failure;
    }
    await expect(whole(stream(failing()))).rejects.toBe(failure);
  });
});

it('packs without a CompressionStream too', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  expect(ungzip(await web.gzipWhole(content))).toEqual(content);
});
