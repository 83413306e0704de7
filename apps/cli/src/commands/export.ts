import { join } from 'node:path';
import { type ImageDataset, reportProgress, type Split } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import type { CommandContext, CommonOptions } from '../context.ts';
import { firstSamples } from '../datasets/first-samples.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { splitsOf } from '../datasets/splits-of.ts';
import { csvFiles } from '../export/csv-files.ts';
import type { ExportFile, ExportJob } from '../export/export-file.ts';
import type { ExportFormat } from '../export/export-format.ts';
import { idxFiles } from '../export/idx-files.ts';
import { npzFiles } from '../export/npz-files.ts';
import { pngFiles } from '../export/png-files.ts';
import { projectorFolders } from '../export/projector-folders.ts';
import { type WrittenFile, writeFiles } from '../export/write-files.ts';
import { publishTogether } from '../output/publish-together.ts';
import { requireFolder, requireFree } from '../output/require-free.ts';
import { formatCount } from '../terminal/format.ts';
import { UsageError } from '../usage-error.ts';

export interface ExportCommandOptions extends CommonOptions {
  readonly to: ExportFormat;
  readonly out: string;
  readonly split: Split | 'both';
  readonly count?: number;
  readonly gzip?: boolean;
  readonly force?: boolean;
  readonly cacheDir?: string;
}

interface FormatPlan {
  readonly filesOf: (job: ExportJob) => Iterable<ExportFile>;
  readonly kind: 'file' | 'folder';
  readonly concurrency: number;
  /** Waiting for the disk at each of 70,000 small files would take minutes. */
  readonly flush: boolean;
}

const FEW_FILES = { kind: 'file', concurrency: 1, flush: true } as const;
const FEW_FOLDERS = { kind: 'folder', concurrency: 1, flush: true } as const;
const MANY_FILES = { kind: 'folder', concurrency: 16, flush: false } as const;
const PLANS: Readonly<Record<ExportFormat, FormatPlan>> = {
  idx: { filesOf: idxFiles, ...FEW_FILES },
  csv: { filesOf: csvFiles, ...FEW_FILES },
  png: { filesOf: pngFiles, ...MANY_FILES },
  npz: { filesOf: npzFiles, ...FEW_FILES },
  projector: { filesOf: projectorFolders, ...FEW_FOLDERS },
};

export async function exportCommand(
  argument: string,
  options: ExportCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { to, out, gzip = false, force = false } = options;
  if (gzip && to !== 'idx') throw new UsageError(`--gzip: expected with --to idx, got ${to}`);
  await requireFolder(out);
  const definition = await resolveDataset(argument);
  const splits = await loadSplits(definition, options, context);
  const { filesOf, kind, concurrency, flush } = PLANS[to];

  const { signal, progress } = context;
  const total = splits.reduce((sum, { labels }) => sum + labels.length, 0);
  let completed = 0;
  const onPictures = (count: number) => {
    completed += count;
    reportProgress(progress.listen('export'), { stage: `write ${to}`, completed, total, unit: 'images' });
  };
  const files = [...filesOf({ definition, splits, gzip, onPictures })];
  const targets = [...new Set(files.map(({ path }) => topOf(path)))];
  for (const target of targets) await requireFree(join(out, target), kind, force);

  const written = await publishTogether(out, { force, signal }, (folder) =>
    writeFiles(files, folder, { concurrency, flush, signal }),
  );
  const counts = Object.fromEntries(splits.map(({ split, labels }) => [split, labels.length]));
  context.print(
    targets.map((target) => describeTarget(out, target, written)),
    { dataset: definition.name, format: to, counts, out, files: written },
  );
}

async function loadSplits(
  definition: DatasetDefinition,
  { split: wanted, count, cacheDir }: ExportCommandOptions,
  context: CommandContext,
): Promise<readonly ImageDataset[]> {
  const datasets: ImageDataset[] = [];
  for (const split of wanted === 'both' ? splitsOf(definition) : [wanted]) {
    const { dataset } = await loadSplit(definition, { split, cacheDir }, context);
    datasets.push(count === undefined ? dataset : firstSamples(dataset, count));
  }
  return datasets;
}

function topOf(path: string): string {
  return path.split('/', 1)[0] ?? path;
}

function describeTarget(out: string, target: string, written: readonly WrittenFile[]): string {
  const files = written.filter(({ path }) => topOf(path) === target);
  const bytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const [only] = files;
  const place = join(out, target);
  return files.length === 1 && only?.path === target
    ? `${place}  ${formatCount(bytes)} bytes`
    : `${place}  ${formatCount(files.length)} files, ${formatCount(bytes)} bytes`;
}
