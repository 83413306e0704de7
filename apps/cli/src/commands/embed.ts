import { extname } from 'node:path';
import type { Split } from '@fashion-mnist/core';
import type { CommandContext, CommonOptions } from '../context.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { computeMap } from '../maps/compute-map.ts';
import type { Method } from '../maps/map-document.ts';
import { openMapStore } from '../maps/map-store.ts';
import { FORMATS, type Format, renderMap } from '../maps/render-map.ts';
import { requireFree } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { formatCount } from '../terminal/format.ts';
import { UsageError } from '../usage-error.ts';

export interface EmbedCommandOptions extends CommonOptions {
  readonly method: Method;
  readonly split: Split;
  readonly count?: number;
  readonly seed: number;
  readonly out?: readonly string[];
  readonly force?: boolean;
  readonly cacheDir?: string;
}

export async function embedCommand(
  argument: string,
  options: EmbedCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { method, split, count, seed, out = [], force = false, cacheDir } = options;
  const outputs = out.map((path) => ({ path, format: formatOf(path) }));
  for (const { path } of outputs) await requireFree(path, 'file', force);

  const { signal, progress } = context;
  const definition = await resolveDataset(argument);
  const loaded = await loadSplit(definition, { split, cacheDir }, context);
  const map = await computeMap(
    loaded,
    { method, count, seed },
    { signal, onProgress: progress.listen(method) },
  );
  if (split === 'test') await openMapStore(definition.name, cacheDir).save(map, progress.warn);
  for (const { path, format } of outputs)
    await writeOutput(path, renderMap(map, loaded, format), { force, signal });

  const { sampleIndices, provenance } = map;
  const summary = `${map.title} of ${formatCount(sampleIndices.length)} ${split} images in ${provenance.seconds} s (${provenance.engine})`;
  const data = { dataset: definition.name, split, method, count: sampleIndices.length, out, provenance };
  context.print([summary, ...out.map((path) => `wrote ${path}`)], data);
}

function formatOf(path: string): Format {
  const format = FORMATS.find((candidate) => extname(path) === `.${candidate}`);
  if (format === undefined)
    throw new UsageError(`--out: expected a name that ends in .${FORMATS.join(', .')}, got ${path}`);
  return format;
}
