import type { ImageDataset, Split } from '@fashion-mnist/core';
import { parseIdx } from '@fashion-mnist/idx-format';
import { describeDataset } from '../registry/registry.ts';
import { type ObtainedFile, type ObtainOptions, obtainFiles } from './obtain-files.ts';

export interface LoadOptions extends ObtainOptions {
  readonly split: Split;
}

/**
 * One split of a dataset, in memory: images as they were published, uint8, 0 is background. Fetched if need be, and
 * verified in any case (see `fetchDataset`).
 *
 * @param name - One of `listDatasets()`.
 * @throws {DatasetFetchError} as `fetchDataset`.
 * @throws the signal's reason, when aborted.
 */
export async function loadDataset(name: string, { split, ...options }: LoadOptions): Promise<ImageDataset> {
  const definition = describeDataset(name);
  const files = definition.files.filter((file) => file.split === split);
  const obtained = await obtainFiles(definition, files, options);
  return {
    name,
    split,
    images: parseIdx(bytesOf(obtained, 'images'), { type: 'uint8' }),
    labels: parseIdx(bytesOf(obtained, 'labels'), { type: 'uint8' }).data,
    classNames: definition.classNames,
  };
}

function bytesOf(obtained: readonly ObtainedFile[], content: 'images' | 'labels'): Uint8Array {
  const found = obtained.find(({ file }) => file.content === content);
  if (found === undefined) throw new RangeError(`the dataset has no file of ${content} for this split`);
  return found.bytes;
}
