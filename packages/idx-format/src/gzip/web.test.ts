import { gzip } from 'pako';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gunzipWhole } from './web.ts';

const [first, second] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6, 7)];
const twoMembers = Uint8Array.of(...gzip(first), ...gzip(second));

/** A platform that unpacks everything to the same bytes. */
function stubPlatform(output: Uint8Array): void {
  class Stub extends TransformStream<Uint8Array, Uint8Array> {
    constructor() {
      super({ transform: () => {}, flush: (controller) => controller.enqueue(output) });
    }
  }
  vi.stubGlobal('DecompressionStream', Stub);
}

afterEach(() => vi.unstubAllGlobals());

describe('gunzipWhole of a browser', () => {
  it('takes what the platform unpacks where it is as long as the file says', async () => {
    const output = Uint8Array.of(7, 8, 9);
    stubPlatform(output);
    expect(await gunzipWhole(gzip(first), 10)).toEqual(output);
  });

  it('reads all members where the platform stops behind the first', async () => {
    stubPlatform(first);
    expect(await gunzipWhole(twoMembers, 10)).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6, 7));
  });

  it('does not begin again when the platform has passed the limit', async () => {
    stubPlatform(new Uint8Array(11));
    await expect(gunzipWhole(gzip(first), 10)).rejects.toMatchObject({ code: 'E_GZIP_TOO_LARGE' });
  });
});
