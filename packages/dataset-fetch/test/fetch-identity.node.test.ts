import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  DatasetFetchError,
  type DatasetSource,
  describeDataset,
  fetchDataset,
  loadDataset,
} from '@fashion-mnist/dataset-fetch';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultServer } from './fault-server/start-fault-server.ts';
import { createFetchPlace, type FetchPlace, sourceAt } from './fetcher/fetch-place.ts';
import { tinyDataset } from './fetcher/tiny-dataset.ts';
import { officialFiles } from './official-files.ts';

let place: FetchPlace;
let wrong: FaultServer;
let good: FaultServer;

beforeEach(async () => {
  place = await createFetchPlace();
  wrong = await place.serve({}, tinyDataset(2).published);
  good = await place.serve();
});
afterEach(() => place.remove());

describe('a source with other files under the same names', () => {
  it('is asked last the next time', async () => {
    const both = [sourceAt(wrong), sourceAt(good)];
    await place.fetch(both);
    expect(wrong.requests).toHaveLength(1);
    for (const name of place.tiny.contents.keys()) await rm(join(place.cacheDir, 'tiny', name));
    const { fetched } = await place.fetch(both);
    expect(new Set(fetched?.files.map(({ origin }) => origin))).toEqual(new Set([good.baseUrl]));
    expect(wrong.requests).toHaveLength(1);
  });

  it('is still asked when no other one helps', async () => {
    await place.fetch([sourceAt(wrong)]);
    good.setBehaviour({ kind: 'status', status: 404 });
    await place.fetch([sourceAt(wrong), sourceAt(good)]);
    expect(wrong.requests).toHaveLength(2);
  });

  it('is told from a world that has changed, where every source has them', async () => {
    const same = await place.serve({}, tinyDataset(2).published);
    const { failure } = await place.fetch([sourceAt(wrong), sourceAt(same)]);
    expect(failure).toMatchObject({
      code: 'E_INTEGRITY',
      message: expect.stringMatching(/every source has other content.*published files or our registry/),
    });
    expect(failure?.attempts.map(({ source }) => source)).toEqual([wrong.baseUrl, same.baseUrl]);
  });

  it('is named beside the ones that cannot be reached', async () => {
    good.setBehaviour({ kind: 'status', status: 503 });
    const { failure } = await place.fetch([sourceAt(good), sourceAt(wrong)]);
    expect(failure?.code).toBe('E_INTEGRITY');
    expect(failure?.attempts.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('answered 503'),
      expect.stringMatching(/expected train-images-idx3-ubyte \(sha256 \w{12}….*, got .* sha256 \w{12}…/),
    ]);
  });
});

describe('a file that is in place of another', () => {
  const imagesOf = (count: number, side: number) =>
    gzipSync(encodeIdx({ data: new Uint8Array(count * side ** 2), shape: [count, side, side] }));

  it.each([
    {
      what: 'labels for images',
      bytes: () => place.tiny.published.get('train-labels-idx1-ubyte.gz'),
      named: /an unknown IDX file of labels of shape 300,/,
    },
    {
      what: 'test images for training images',
      bytes: () => place.tiny.published.get('t10k-images-idx3-ubyte.gz'),
      named: /an unknown IDX file of shape 40 x 8 x 8,/,
    },
    {
      what: 'smaller pictures',
      bytes: () => imagesOf(300, 7),
      named: /an unknown IDX file of shape 300 x 7 x 7,/,
    },
    {
      what: 'gzip inside gzip',
      bytes: () => gzipSync(place.tiny.published.get('train-images-idx3-ubyte.gz') ?? ''),
      named: /gzip/,
    },
    {
      what: 'a page, gzipped',
      bytes: () => gzipSync('<!DOCTYPE html><title>Log in</title>'),
      named: /a page that begins "<!DOC/,
    },
    { what: 'nothing', bytes: () => gzipSync(''), named: /0 bytes.*the file is empty/ },
  ])('is named: $what', async ({ bytes, named }) => {
    const { failure } = await fetchInPlaceOf('train-images-idx3-ubyte.gz', bytes());
    expect(failure).toMatchObject({
      code: 'E_INTEGRITY',
      attempts: [{ reason: expect.stringMatching(named) }],
    });
  });

  async function fetchInPlaceOf(name: string, bytes: Uint8Array | undefined) {
    const files = new Map([...place.tiny.published, [name, bytes ?? new Uint8Array(0)]]);
    return place.fetch([sourceAt(await place.serve({}, files))]);
  }
});

describe('a known file of the family that is in place of another', () => {
  const fashionMnist = describeDataset('fashion-mnist');

  it('is named when it is the other split of the same dataset', async ({ skip }) => {
    const official = await officialFiles();
    if (official === undefined) return skip("Debian's package is not installed");
    const reason = await reasonFor('train-labels-idx1-ubyte', official.get('t10k-labels-idx1-ubyte.gz'));
    expect(reason).toMatch(
      /expected train-labels-idx1-ubyte .*, got t10k-labels-idx1-ubyte of Fashion-MNIST$/,
    );
  });

  it('is named when it is a file of MNIST', async ({ skip }) => {
    const labels = await mnistTestLabels();
    if (labels === undefined) return skip('MNIST cannot be reached');
    const reason = await reasonFor('t10k-labels-idx1-ubyte', labels);
    expect(reason).toMatch(/, got t10k-labels-idx1-ubyte of MNIST$/);
  });

  /** Why a server is refused that has these bytes under a name of Fashion-MNIST. */
  async function reasonFor(name: string, bytes: Uint8Array | undefined): Promise<string | undefined> {
    const server = await place.serve({}, new Map([[`${name}.gz`, bytes ?? new Uint8Array(0)]]));
    const definition = {
      ...fashionMnist,
      files: fashionMnist.files.filter((file) => file.name === name),
    };
    const source: DatasetSource = sourceAt(server);
    const options = { cacheDir: place.cacheDir, offline: false, sources: [source] };
    const failure: unknown = await fetchDataset(definition, options).catch((error: unknown) => error);
    return failure instanceof DatasetFetchError ? failure.attempts[0]?.reason : undefined;
  }

  async function mnistTestLabels(): Promise<Uint8Array | undefined> {
    try {
      const { labels } = await loadDataset('mnist', { split: 'test' });
      return gzipSync(encodeIdx({ data: Uint8Array.from(labels), shape: [labels.length] }));
    } catch (error) {
      const code = error instanceof DatasetFetchError ? error.code : '';
      if (['E_NO_SOURCE', 'E_OFFLINE'].includes(code)) return undefined;
      throw error;
    }
  }
});
