import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { DatasetFetchError, describeDataset, fetchDataset } from '@fashion-mnist/dataset-fetch';
import { encodeIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import { verifyContent } from '../src/identity/verify-content.ts';
import { digestBytes } from '../src/node/digest.ts';
import { isReachable } from './is-reachable.ts';

const fashionMnist = describeDataset('fashion-mnist');
const [trainImages] = fashionMnist.files;

async function refusalOf(bytes: Uint8Array, file = trainImages): Promise<string> {
  if (file === undefined) throw new Error('Fashion-MNIST has no file');
  const error = await verifyContent(bytes, file, digestBytes).catch((reason: unknown) => reason);
  if (error instanceof DatasetFetchError && error.code === 'E_INTEGRITY') return error.message;
  throw new Error(`expected E_INTEGRITY, got ${String(error)}`);
}

const text = (content: string) => new TextEncoder().encode(content);
const labels = encodeIdx({ data: new Uint8Array(60_000), shape: [60_000] });
const images = encodeIdx({ data: new Uint8Array(784), shape: [1, 28, 28] });

describe('a file that is not the one that was expected is named:', () => {
  it.each<{ what: string; bytes: Uint8Array; says: RegExp }>([
    { what: 'a page', bytes: text('<!DOCTYPE html><title>Log in'), says: /begins "<!DOCTYPE html>/ },
    { what: 'a zip archive', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), says: /zip/ },
    { what: 'a PNG picture', bytes: Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10), says: /PNG/ },
    { what: 'nothing', bytes: new Uint8Array(), says: /empty/ },
    {
      what: 'a gzip file that is cut off',
      bytes: gzipSync(images).subarray(0, -9),
      says: /cut off|truncated/i,
    },
    { what: 'a gzip file in a gzip file', bytes: gzipSync(gzipSync(images)), says: /gzip/ },
    { what: 'labels in place of images', bytes: gzipSync(labels), says: /IDX file of labels of shape 60000/ },
    { what: 'other images', bytes: images, says: /unknown IDX file of shape 1 x 28 x 28/ },
  ])('$what', async ({ bytes, says }) => {
    const message = await refusalOf(bytes);
    expect(message).toMatch(/^expected train-images-idx3-ubyte \(sha256 c59f468a2f67…\), got /);
    expect(message).toMatch(says);
  });

  it('the gzip of a larger known file, though it may not be unpacked whole', async () => {
    const { files } = describeDataset('fashion-mnist');
    const larger = files.find(({ name }) => name === 'train-labels-idx1-ubyte');
    const smaller = files.find(({ name }) => name === 't10k-labels-idx1-ubyte');
    if (smaller === undefined || larger?.packings?.[0]?.sha256 === undefined)
      throw new Error('the registry has changed');
    const digest = () => larger.packings?.[0]?.sha256 ?? '';
    await expect(verifyContent(gzipSync(labels), smaller, digest)).rejects.toThrow(
      'got train-labels-idx1-ubyte of Fashion-MNIST',
    );
  });

  it('a file of KMNIST, before it is unpacked, by the digest of its gzip file', async () => {
    const [file, other] = describeDataset('kmnist').files;
    if (file === undefined || other?.packings?.[0]?.sha256 === undefined)
      throw new Error('KMNIST has changed');
    const digest = () => other.packings?.[0]?.sha256 ?? '';
    await expect(verifyContent(gzipSync(images), file, digest)).rejects.toThrow(
      `${other.name} of Kuzushiji-MNIST`,
    );
  });
});

const areReachable = (await isReachable('fashion-mnist')) && (await isReachable('mnist'));

describe.skipIf(!areReachable)('the eight files of Fashion-MNIST and MNIST', () => {
  it('are each named when they stand in for any other', async () => {
    const published = await Promise.all([fetchDataset('fashion-mnist'), fetchDataset('mnist')]);
    const known = published.flatMap(({ name: dataset, files }) =>
      files.map((file) => ({ dataset, ...file })),
    );
    for (const given of known) {
      const bytes = await readFile(given.path);
      for (const expected of known) {
        const verified = verifyContent(bytes, expected, () => given.sha256 ?? '');
        if (expected === given) await expect(verified).resolves.toMatchObject({ sha256: given.sha256 });
        else {
          const title = describeDataset(given.dataset).title;
          await expect(verified).rejects.toThrow(`got ${given.name} of ${title}`);
        }
      }
    }
  });
});
