import { join } from 'node:path';
import type { ImageDataset } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { encodePng, spriteSheet } from '@fashion-mnist/visualize';
import type { CommandContext } from '../context.ts';
import { type LoadedSplit, loadSplit } from '../datasets/load-split.ts';
import { computeMap } from '../maps/compute-map.ts';
import { type MapDocument, METHOD_TITLES, METHODS } from '../maps/map-document.ts';
import { openMapStore } from '../maps/map-store.ts';
import { renderMap } from '../maps/render-map.ts';
import { writeOutput } from '../output/write-output.ts';
import { formatCount, secondsSince } from '../terminal/format.ts';
import { describeLesson, describeWorstConfusion } from './describe-lesson.ts';
import { type Lesson, learn } from './learn.ts';

export interface TourOptions {
  /** The folder that the pictures go to. */
  readonly out: string;
  readonly cacheDir?: string;
}

/** What the tour has to tell, to people and to programs. */
export interface Tour {
  readonly summary: readonly string[];
  readonly result: object;
}

/** Fetches a dataset, verifies it, learns from it, and draws maps of its test images. */
export async function walkTour(
  definition: DatasetDefinition,
  options: TourOptions,
  context: CommandContext,
): Promise<Tour> {
  const start = performance.now();
  const { cacheDir } = options;
  const { dataset: train } = await loadSplit(definition, { split: 'train', cacheDir }, context);
  const loadedTest = await loadSplit(definition, { split: 'test', cacheDir }, context);
  const test = loadedTest.dataset;
  context.progress.finish(
    definition.name,
    `fetched and verified: ${formatCount(train.labels.length)} + ${formatCount(test.labels.length)} images`,
  );

  const [lesson, maps] = await both(
    (signal) => teach(train, test, context, signal),
    (signal) => drawMaps(loadedTest, options, context, signal),
    context.signal,
  );
  const pictures = await writePictures(loadedTest, maps, options.out, context.signal);

  const summary = [
    describeLesson(lesson),
    describeWorstConfusion(lesson, test.classNames),
    `pictures in ${options.out}: ${pictures.join(', ')}`,
    `done in ${secondsSince(start)} s`,
  ];
  const { confusion: _confusion, ...learned } = lesson;
  const provenances = maps.map(({ method, sampleIndices, provenance }) => ({
    method,
    count: sampleIndices.length,
    provenance,
  }));
  const result = {
    learned,
    maps: provenances,
    out: options.out,
    pictures,
    seconds: secondsSince(start),
  };
  return { summary, result };
}

/** Two jobs at once; when one fails, the other is stopped. */
async function both<A, B>(
  first: (signal: AbortSignal) => Promise<A>,
  second: (signal: AbortSignal) => Promise<B>,
  outer: AbortSignal,
): Promise<[A, B]> {
  const controller = new AbortController();
  const signal = AbortSignal.any([outer, controller.signal]);
  try {
    return await Promise.all([first(signal), second(signal)]);
  } catch (error) {
    controller.abort(error);
    throw error;
  }
}

async function teach(
  train: ImageDataset,
  test: ImageDataset,
  { progress }: CommandContext,
  signal: AbortSignal,
): Promise<Lesson> {
  const start = performance.now();
  const lesson = await learn({ train, test }, { signal, onProgress: progress.listen('learning') });
  progress.finish(
    'learning',
    `learned from ${formatCount(lesson.trainCount)} images (${secondsSince(start)} s)`,
  );
  return lesson;
}

async function drawMaps(
  test: LoadedSplit,
  { cacheDir }: TourOptions,
  { progress }: CommandContext,
  signal: AbortSignal,
): Promise<readonly MapDocument[]> {
  const store = openMapStore(test.definition, cacheDir);
  const maps: MapDocument[] = [];
  for (const method of METHODS) {
    const title = METHOD_TITLES[method];
    const map = await computeMap(test, { method }, { signal, onProgress: progress.listen(title) });
    await store.save(map, progress.warn);
    maps.push(map);
    const { seconds, engine } = map.provenance;
    progress.finish(
      title,
      `${title} of ${formatCount(map.sampleIndices.length)} test images (${seconds} s, ${engine})`,
    );
  }
  return maps;
}

/** The tour's folder is its own: pictures of an earlier tour are replaced. */
async function writePictures(
  test: LoadedSplit,
  maps: readonly MapDocument[],
  folder: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const pictures = new Map<string, string | Uint8Array>([
    ['sprite.png', encodePng(spriteSheet(test.dataset))],
  ]);
  for (const map of maps) {
    for (const format of ['png', 'svg'] as const)
      pictures.set(`map-${map.method}.${format}`, renderMap({ map, source: test }, format));
  }
  for (const [name, content] of pictures)
    await writeOutput(join(folder, name), content, { force: true, signal });
  return [...pictures.keys()];
}
