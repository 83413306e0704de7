import { createRng } from '@fashion-mnist/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultServer, startFaultServer } from './fault-server/start-fault-server.ts';
import { REASON, sizeOf, stopOnce } from './fault-server/stop-once.ts';
import { createWorkplace, tryDownload, type Workplace } from './fault-server/try-download.ts';

const rng = createRng(1);
const FILE = Uint8Array.from({ length: 20_000 }, () => rng.nextUint32() & 255);

let place: Workplace;
let server: FaultServer;
let url: string;

beforeEach(async () => {
  place = await createWorkplace();
  server = await startFaultServer(new Map([['file', FILE]]));
  url = `${server.baseUrl}file`;
});
afterEach(async () => {
  await server.close();
  await place.remove();
});

/** A download that is stopped once the server has been asked, and so many bytes lie in the file. */
async function downloadUntil(byteCount: number) {
  const hasCome = async () => server.requests.length > 0 && (await sizeOf(place.partialPath)) === byteCount;
  const download = (signal: AbortSignal) => tryDownload(url, place.partialPath, { signal, timeouts: {} });
  const { ending } = await stopOnce(hasCome, download);
  return ending;
}

describe('stopping a download', () => {
  it('before it begins rejects with the reason of the signal', async () => {
    const signal = AbortSignal.abort(REASON);
    await expect(tryDownload(url, place.partialPath, { signal })).rejects.toBe(REASON);
    expect(server.requests).toEqual([]);
  });

  it.each([
    { when: 'before an answer', behaviour: { kind: 'hang-before-headers' }, sent: 0 },
    { when: 'in the middle of the body', behaviour: { kind: 'stall', afterBytes: 9000 }, sent: 9000 },
  ] as const)('$when rejects with the reason of the signal', async ({ behaviour, sent }) => {
    server.script(behaviour);
    await expect(downloadUntil(sent)).rejects.toBe(REASON);
    expect(server.requests).toHaveLength(1);
  });

  it('leaves what has come, to go on with later', async () => {
    server.script({ kind: 'stall', afterBytes: 9000 });
    await expect(downloadUntil(9000)).rejects.toBe(REASON);
    const { downloaded, bytes } = await tryDownload(url, place.partialPath);
    expect(downloaded?.resumed).toBe(true);
    expect(bytes).toEqual(FILE);
    expect(server.bytesSent('file')).toBe(FILE.length);
  });

  it('happens with the error of a listener that throws, and leaves what has come', async () => {
    server.script({ kind: 'stall', afterBytes: 9000 });
    const error = new Error('the display is broken');
    const onProgress = () => {
      throw error;
    };
    await expect(tryDownload(url, place.partialPath, { onProgress })).rejects.toBe(error);
    const { downloaded, bytes } = await tryDownload(url, place.partialPath);
    expect(downloaded?.resumed).toBe(true);
    expect(bytes).toEqual(FILE);
  });
});
