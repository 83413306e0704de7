import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { projectorFiles, thumbnailMap } from '@fashion-mnist/visualize';
import { type PublishOptions, publishTogether } from '../output/publish-together.ts';
import { requireFree } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { UsageError } from '../usage-error.ts';
import { firstImages } from './first-images.ts';
import { mapPoints } from './map-points.ts';
import { classesOf, FORMATS, type Format, type MappedImages, renderBeside, renderMap } from './render-map.ts';

/** What is to be written of a map. */
export interface EmbedOutputs {
  readonly files: readonly { readonly path: string; readonly format: Format }[];
  /** A picture of the images at their places. */
  readonly thumbnails?: string | undefined;
  /** A folder for the Embedding Projector. */
  readonly projector?: string | undefined;
}

export interface EmbedOutputOptions {
  readonly out?: readonly string[] | undefined;
  readonly thumbnails?: string | undefined;
  readonly projector?: string | undefined;
  readonly beside?: string | undefined;
  readonly force?: boolean | undefined;
}

/**
 * Checks, before anything is computed, that all can be written.
 *
 * @throws {UsageError}
 */
export async function planOutputs(options: EmbedOutputOptions): Promise<EmbedOutputs> {
  const { out = [], thumbnails, projector, beside, force = false } = options;
  const files = out.map((path) => ({ path, format: formatOf(path) }));
  if (thumbnails !== undefined && extname(thumbnails) !== '.png')
    throw new UsageError(`--thumbnails: expected a name that ends in .png, got ${thumbnails}`);
  if (beside !== undefined) requireFigures(files, { thumbnails, projector });
  for (const { path } of files) await requireFree(path, 'file', force);
  if (thumbnails !== undefined) await requireFree(thumbnails, 'file', force);
  if (projector !== undefined) await requireFree(projector, 'folder', force);
  return { files, thumbnails, projector };
}

/** Writes what is planned; several maps go side by side. */
export async function writeOutputs(
  outputs: EmbedOutputs,
  [first, ...others]: readonly [MappedImages, ...MappedImages[]],
  options: PublishOptions,
): Promise<readonly string[]> {
  const { files, thumbnails, projector } = outputs;
  for (const { path, format } of files) {
    const content =
      others.length > 0 && isFigure(format)
        ? renderBeside([first, ...others], format)
        : renderMap(first, format);
    await writeOutput(path, content, options);
  }
  if (thumbnails !== undefined) await writeOutput(thumbnails, renderThumbnails(first), options);
  if (projector !== undefined) await writeProjector(projector, first, options);
  return [...files.map(({ path }) => path), thumbnails, projector].filter((path) => path !== undefined);
}

function formatOf(path: string): Format {
  const format = FORMATS.find((candidate) => extname(path) === `.${candidate}`);
  if (format === undefined)
    throw new UsageError(`--out: expected a name that ends in .${FORMATS.join(', .')}, got ${path}`);
  return format;
}

function requireFigures(
  files: EmbedOutputs['files'],
  { thumbnails, projector }: Pick<EmbedOutputs, 'thumbnails' | 'projector'>,
): void {
  const other = files.find(({ format }) => !isFigure(format));
  if (other !== undefined)
    throw new UsageError(`--beside: expected --out to end in .svg or .png, got ${other.path}`);
  if (thumbnails !== undefined || projector !== undefined)
    throw new UsageError('--beside: goes with --out only');
}

function isFigure(format: Format): format is 'svg' | 'png' {
  return format === 'svg' || format === 'png';
}

function renderThumbnails({ map, source }: MappedImages): Uint8Array {
  const images = firstImages(source.dataset.images, map.sampleIndices.length);
  return thumbnailMap(mapPoints(map), images, { labels: classesOf(map, source.dataset).labels });
}

/** A folder is replaced as a whole. */
async function writeProjector(
  folder: string,
  { map, source }: MappedImages,
  options: PublishOptions,
): Promise<void> {
  const images = firstImages(source.dataset.images, map.sampleIndices.length);
  const files = projectorFiles({
    tensors: { [map.method]: mapPoints(map), pixels: images },
    images,
    ...classesOf(map, source.dataset),
  });
  await publishTogether(dirname(folder), options, async (work) => {
    const made = join(work, basename(folder));
    await mkdir(made);
    for (const [name, content] of files)
      await writeFile(join(made, name), content, { signal: options.signal, flush: true });
  });
}
