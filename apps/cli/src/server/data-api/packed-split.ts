import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ImageDataset, Split } from '@fashion-mnist/core';
import { type DatasetDefinition, publishFile } from '@fashion-mnist/dataset-fetch';
import { encodeIdx } from '@fashion-mnist/idx-format';
import type { CommandContext } from '../../context.ts';
import { derivedFolder } from '../../datasets/derived-folder.ts';
import { type LoadSplitOptions, loadSplit } from '../../datasets/load-split.ts';
import { systemCode } from '../../system-code.ts';
import type { Content } from '../http/resource.ts';

/** Bytes to serve, and how many they are. */
export interface PackedFile {
  readonly content: Content;
  readonly bytes: number;
}

/** Images and labels of a split as gzipped IDX files. */
export interface PackedSplit {
  readonly split: Split;
  readonly images: PackedFile;
  readonly labels: PackedFile;
}

const CONTENTS = ['images', 'labels'] as const;
const compress = promisify(gzip);

/** The files of a split, fetched if need be, gzipped once and kept in the cache from then on. */
export async function packSplit(
  definition: DatasetDefinition,
  split: Split,
  options: Omit<LoadSplitOptions, 'split'>,
  context: CommandContext,
): Promise<PackedSplit> {
  const folder = derivedFolder(definition, options.cacheDir);
  const pathOf = (content: 'images' | 'labels') => join(folder, `${split}-${content}.gz`);
  const [images, labels] = await Promise.all(CONTENTS.map((content) => keptFile(pathOf(content))));
  if (images !== undefined && labels !== undefined) return { split, images, labels };

  const { dataset } = await loadSplit(definition, { split, ...options }, context);
  context.progress.show(definition.name, `compressing ${split}`);
  const [packedImages, packedLabels] = await Promise.all([
    packFile(pathOf('images'), encodeIdx(dataset.images), context),
    packFile(pathOf('labels'), encodeIdx(labelArray(dataset)), context),
  ]);
  context.progress.drop(definition.name);
  return { split, images: packedImages, labels: packedLabels };
}

function labelArray({ labels }: ImageDataset) {
  return { data: labels, shape: [labels.length] };
}

async function keptFile(path: string): Promise<PackedFile | undefined> {
  try {
    const stats = await stat(path);
    return stats.isFile() && stats.size > 0 ? { content: { path }, bytes: stats.size } : undefined;
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return undefined;
  }
}

/** What cannot be kept is served from memory. */
async function packFile(
  path: string,
  idx: Uint8Array,
  { signal, progress }: CommandContext,
): Promise<PackedFile> {
  const packed = await compress(idx);
  signal.throwIfAborted();
  try {
    await mkdir(join(path, '..'), { recursive: true });
    await publishFile(path, packed, signal);
    return { content: { path }, bytes: packed.length };
  } catch (error) {
    if (systemCode(error) === '') throw error;
    progress.warn(`compressed files cannot be kept for serve: ${(error as Error).message}`);
    return { content: { bytes: packed }, bytes: packed.length };
  }
}
