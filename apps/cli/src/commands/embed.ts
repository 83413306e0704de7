import type { CommandContext, CommonOptions } from '../context.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { computeMap } from '../maps/compute-map.ts';
import { describeMap } from '../maps/describe-map.ts';
import { type EmbedOutputOptions, planOutputs, writeOutputs } from '../maps/embed-outputs.ts';
import { type Engine, METHOD_TITLES, type Method } from '../maps/map-document.ts';
import { loadMapSource, type MapSplit } from '../maps/map-source.ts';
import { openMapStore } from '../maps/map-store.ts';
import { measureMap } from '../maps/measure-map.ts';
import type { MappedImages } from '../maps/render-map.ts';

export interface EmbedCommandOptions extends CommonOptions, EmbedOutputOptions {
  readonly method: Method;
  readonly split: MapSplit;
  readonly engine: Engine;
  readonly count?: number;
  readonly seed: number;
  readonly threads?: number;
  readonly cacheDir?: string;
}

export async function embedCommand(
  argument: string,
  options: EmbedCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { beside, force = false } = options;
  const outputs = await planOutputs(options);
  const first = await mapDataset(argument, options, context);
  const others = beside === undefined ? [] : [await mapDataset(beside, options, context)];
  const written = await writeOutputs(outputs, [first, ...others], { force, signal: context.signal });

  const lines = [first, ...others].flatMap(({ map, source }) => describeMap(map, source.definition.title));
  const [summary, ...besides] = [first, ...others].map(summaryOf);
  context.print([...lines, ...written.map((path) => `wrote ${path}`)], {
    ...summary,
    ...(beside === undefined ? {} : { beside: besides }),
    out: written,
  });
}

/** Maps and measures a dataset; a map of a whole split, or of all images, is kept for `serve`. */
async function mapDataset(
  argument: string,
  options: EmbedCommandOptions,
  context: CommandContext,
): Promise<MappedImages> {
  const { method, engine, split, count, seed, threads, cacheDir } = options;
  const { signal, progress } = context;
  const definition = await resolveDataset(argument);
  const source = await loadMapSource(definition, { split, cacheDir }, context);
  const title = METHOD_TITLES[method];
  const run = { signal, threads, onProgress: progress.listen(title) };
  const computed = await computeMap(source, { method, engine, count, seed }, run);
  progress.drop(title);
  const quality = await measureMap(computed, source, { ...run, onProgress: progress.listen('quality') });
  progress.drop('quality');
  const map = { ...computed, quality };
  await openMapStore(definition, cacheDir).save(map, progress.warn);
  return { map, source };
}

function summaryOf({ map, source }: MappedImages) {
  const { method, split, sampleIndices, provenance, quality } = map;
  return { dataset: source.definition.name, split, method, count: sampleIndices.length, provenance, quality };
}
