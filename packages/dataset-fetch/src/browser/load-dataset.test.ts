import { encodeIdx, parseIdx } from '@fashion-mnist/idx-format';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DatasetDefinition, FileIdentity } from '../registry/dataset-definition.ts';
import { describeDataset } from '../registry/registry.ts';
import { digest } from './digest.ts';
import { loadDataset } from './load-dataset.ts';
import { defaultPageSources, type WebSource } from './page-sources.ts';
import type { ResponseCache } from './verified-cache.ts';

const { caches } = globalThis as {
  caches?: { open(name: string): Promise<ResponseCache>; delete(name: string): Promise<boolean> };
};

const FIRST: WebSource = { kind: 'https', baseUrl: 'https://first.example/', crossOrigin: true };
const SECOND: WebSource = { kind: 'https', baseUrl: 'https://second.example/', suffix: '' };

const stored = new Map<string, Uint8Array>(
  (['train', 'test'] as const).flatMap((split, index) => [
    [`${split}-images`, encodeIdx({ data: Uint8Array.of(index, 1, 2, 3, 4, 5, 6, 7), shape: [2, 2, 2] })],
    [`${split}-labels`, encodeIdx({ data: Uint8Array.of(1, 0), shape: [2] })],
  ]),
);

async function defineTiny(): Promise<DatasetDefinition> {
  const files = await Promise.all(
    Array.from(stored, async ([name, raw]): Promise<FileIdentity> => {
      const [split, content] = name.split('-') as [FileIdentity['split'], FileIdentity['content']];
      const sha256 = await digest('sha256', raw);
      return { name, split, content, sha256, byteLength: raw.length, shape: parseIdx(raw).shape };
    }),
  );
  const texts = { title: 'Tiny', licence: 'MIT', citation: '', homepage: '' };
  return { name: 'tiny', ...texts, classNames: ['a', 'b'], files, sources: [FIRST] };
}

/** Answers by URL, and remembers what was asked. */
function fakeFetch(answer: (url: URL) => Response | Promise<Response>) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.href);
    return answer(url);
  };
  return { asked, fetch };
}

const serve = (url: URL): Response => {
  const raw = stored.get(url.pathname.slice(1).replace(/\.gz$/, ''));
  return raw === undefined ? new Response('', { status: 404 }) : new Response(raw.slice());
};

let tiny: DatasetDefinition;

beforeEach(async () => {
  tiny = await defineTiny();
  await caches?.delete('fashion-mnist');
});

describe('loadDataset in a page', () => {
  it('loads one split, or both', async () => {
    const { fetch, asked } = fakeFetch(serve);
    const train = await loadDataset(tiny, { split: 'train', fetch });
    expect([...train.images.data]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(asked).toEqual(['https://first.example/train-images.gz', 'https://first.example/train-labels.gz']);
    const { test } = await loadDataset(tiny, { fetch });
    expect(test.images.data[0]).toBe(1);
  });

  it.skipIf(caches === undefined)('asks no server for what the browser has kept', async () => {
    await loadDataset(tiny, { split: 'train', fetch: fakeFetch(serve).fetch });
    const { fetch, asked } = fakeFetch(serve);
    await loadDataset(tiny, { split: 'train', fetch });
    expect(asked).toEqual([]);
  });

  it.skipIf(caches === undefined)('fetches again what has been changed in the cache', async () => {
    const key = 'https://fashion-mnist.invalid/tiny/train-images';
    const cache = await caches?.open('fashion-mnist');
    await cache?.put(key, new Response('rotten'));
    const { fetch } = fakeFetch(serve);
    expect((await loadDataset(tiny, { split: 'train', fetch })).images.data[1]).toBe(1);
    expect((await (await cache?.match(key))?.arrayBuffer())?.byteLength).toBe(
      stored.get('train-images')?.length,
    );
  });

  it('goes on to the next source after a failure or wrong bytes, and says why each failed', async () => {
    const html = new Response('<!doctype html><p>moved', { headers: { 'content-type': 'text/html' } });
    const { fetch, asked } = fakeFetch((url) => (url.host === 'first.example' ? html.clone() : serve(url)));
    const sources = [FIRST, SECOND];
    await loadDataset(tiny, { split: 'train', sources, fetch });
    expect(asked).toEqual([
      'https://first.example/train-images.gz',
      'https://second.example/train-images',
      'https://second.example/train-labels',
    ]);
    await caches?.delete('fashion-mnist');
    const none = fakeFetch((url) => (url.host === 'first.example' ? html.clone() : Response.error()));
    await expect(loadDataset(tiny, { sources, fetch: none.fetch, retries: 0 })).rejects.toMatchObject({
      code: 'E_INTEGRITY',
      attempts: [
        { source: 'https://first.example/', reason: expect.stringContaining('<!doctype html><p>moved') },
        { source: 'https://second.example/', reason: expect.stringContaining('second.example') },
      ],
    });
  });

  it('asks a busy server again', async () => {
    let calls = 0;
    const { fetch } = fakeFetch((url) => (calls++ === 0 ? new Response('', { status: 503 }) : serve(url)));
    const stages: string[] = [];
    const onProgress = ({ stage }: { readonly stage: string }) => stages.push(stage);
    await loadDataset(tiny, { split: 'test', sources: [FIRST], fetch, onProgress });
    expect(stages).toContain('retry');
    expect(calls).toBe(3);
  });

  it('stops with the reason of the signal in the middle of a download', async () => {
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const endless = new ReadableStream<Uint8Array>({ pull: (queue) => queue.enqueue(Uint8Array.of(0)) });
    const { fetch } = fakeFetch(() => new Response(endless));
    const onProgress = ({ stage }: { readonly stage: string }) =>
      stage === 'download' && controller.abort(reason);
    const loading = loadDataset(tiny, { fetch, signal: controller.signal, onProgress });
    await expect(loading).rejects.toBe(reason);
  });

  it('stops a server that sends more than the file can have', async () => {
    const { fetch } = fakeFetch(() => new Response(new Uint8Array(10_000)));
    await expect(loadDataset(tiny, { fetch })).rejects.toMatchObject({
      code: 'E_NO_SOURCE',
      message: expect.stringMatching(/more than the \d+ bytes/),
    });
  });
});

describe('the sources of a page', () => {
  it('are servers that let any page read, and at last its own', () => {
    const sources = defaultPageSources(describeDataset('fashion-mnist'));
    expect(sources.length).toBeGreaterThan(2);
    expect(sources.at(-1)).toEqual({ kind: 'https', baseUrl: 'data/fashion-mnist/' });
    expect(sources.slice(0, -1).every(({ crossOrigin }) => crossOrigin === true)).toBe(true);
    expect(sources.some(({ baseUrl }) => baseUrl.startsWith('https://cdn.jsdelivr.net/'))).toBe(true);
  });
});
