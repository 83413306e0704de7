import type { ImageDataset } from '@fashion-mnist/core';
import { describeDataset } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { csvFiles } from './csv-files.ts';
import type { ExportJob } from './export-file.ts';

/** Every value of a byte in turn, as pictures of two pixels. */
function bytesInTurn(count: number): ImageDataset {
  return {
    name: 'mnist',
    split: 'test',
    images: { data: Uint8Array.from({ length: count * 2 }, (_, index) => index % 256), shape: [count, 1, 2] },
    labels: Uint8Array.from({ length: count }, (_, index) => index % 256),
    classNames: [],
  };
}

async function textOf(
  dataset: ImageDataset,
  onPictures: ExportJob['onPictures'] = () => {},
): Promise<string> {
  const job = { definition: describeDataset('mnist'), splits: [dataset], gzip: false, onPictures };
  const chunks: Uint8Array[] = [];
  for (const { content } of csvFiles(job)) for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

describe('csvFiles', () => {
  it('writes the label, then the pixels, one picture a line', async () => {
    expect(await textOf(bytesInTurn(3))).toBe('label,pixel1,pixel2\n0,0,1\n1,2,3\n2,4,5\n');
  });

  it('writes every value of a byte in decimal digits, across chunks', async () => {
    const { images, labels } = bytesInTurn(700);
    const rows = Array.from(labels, (label, row) =>
      [label, images.data[2 * row], images.data[2 * row + 1]].join(),
    );
    expect(await textOf(bytesInTurn(700))).toBe(`label,pixel1,pixel2\n${rows.join('\n')}\n`);
  });

  it('counts every picture', async () => {
    let counted = 0;
    await textOf(bytesInTurn(700), (count) => (counted += count));
    expect(counted).toBe(700);
  });
});
