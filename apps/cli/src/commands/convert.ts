import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import type { Split } from '@fashion-mnist/core';
import { describeDataset } from '@fashion-mnist/dataset-fetch';
import type { ConvertPhotoOptions, PhotoStageName } from '@fashion-mnist/transforms';
import type { CommandContext, CommonOptions } from '../context.ts';
import { type CollectedPhotos, collectPhotos } from '../convert/collect-photos.ts';
import { type ConversionReport, conversionReport } from '../convert/conversion-report.ts';
import { NoPhotosError } from '../convert/convert-errors.ts';
import { convertPhotos } from '../convert/convert-photos.ts';
import { countFailures, describeReport, failureDetails } from '../convert/describe-report.ts';
import { folderLabels } from '../convert/folder-labels.ts';
import { makeStagesFolder, writeConversion } from '../convert/output-files.ts';
import { type Extras, outputNames } from '../convert/output-names.ts';
import { isImage } from '../convert/photo-outcome.ts';
import { readLabels } from '../convert/read-labels.ts';
import { requireFreeOutputs } from '../convert/require-free-outputs.ts';
import { IncompleteError } from '../incomplete-error.ts';
import { publishTogether } from '../output/publish-together.ts';
import { requireFolder } from '../output/require-free.ts';
import { countOf } from '../terminal/format.ts';
import { printable } from '../terminal/printable.ts';
import { shellPath } from '../terminal/shell-path.ts';
import { threadCount } from '../threads.ts';

export interface ConvertCommandOptions extends CommonOptions {
  readonly out: string;
  readonly labels?: string;
  readonly labelByFolder?: boolean;
  readonly split: Split;
  readonly removeBackground?: boolean;
  readonly stages?: boolean;
  readonly maxPixels?: number;
  readonly threads?: number;
  readonly force?: boolean;
}

/** Pictures beside and below each other that fit on a terminal. */
const MOST_SHOWN = { rows: 4, columns: 5 };

export async function convertCommand(
  places: readonly string[],
  options: ConvertCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { out, split, force = false, stages: hasStages = false } = options;
  await requireFolder(out);
  const photos = await collectPhotos(places);
  if (photos.paths.length === 0) throw nothingToConvert(places, photos);
  const { classNames } = describeDataset('fashion-mnist');
  const labels = await labelsOf(photos.paths, options, classNames);
  const extras = { hasLabels: labels !== undefined, hasStages };
  const inputs = [...photos.paths, ...(options.labels === undefined ? [] : [options.labels])];
  const requireFree = () => requireFreeOutputs(out, { force, extras, inputs });
  await requireFree();

  const report = await publishTogether(
    out,
    { force, signal: context.signal, requireFree },
    async (folder) => {
      const conversion = conversionOf(options);
      if (hasStages) await makeStagesFolder(folder);
      const outcomes = await convertPhotos(
        {
          paths: photos.paths,
          labels,
          threads: threadCount(options.threads) ?? availableParallelism(),
          stagesIn: hasStages ? folder : undefined,
          decoding: { maxPixels: options.maxPixels, signal: context.signal },
          conversion,
        },
        context,
      );
      const made = conversionReport(outcomes, { conversion, classNames, ...photos });
      if (made.photos.length === 0) throw new NoPhotosError(countFailures(made), failureDetails(made));
      await writeConversion(folder, outcomes.filter(isImage), made, {
        title: titleOf(out),
        split,
        classNames,
      });
      return made;
    },
  );
  context.print(describe(options, report, extras).map(printable), {
    out,
    files: outputNames(extras),
    ...report,
  });
  if (report.failed.length > 0) throw new IncompleteError(countFailures(report), failureDetails(report));
}

async function labelsOf(
  paths: readonly string[],
  { labels: table, labelByFolder = false }: ConvertCommandOptions,
  classNames: readonly string[],
): Promise<Uint8Array | undefined> {
  if (labelByFolder) return folderLabels(paths, classNames);
  return table === undefined ? undefined : readLabels(table, paths, classNames);
}

function conversionOf({ removeBackground = false }: ConvertCommandOptions): ConvertPhotoOptions {
  return { background: removeBackground ? 'remove' : 'keep' };
}

/** The name of the folder, in which a definition allows no control characters. */
function titleOf(out: string): string {
  return (
    basename(resolve(out))
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim() || 'photos'
  );
}

function nothingToConvert(places: readonly string[], { passedOver, failed }: CollectedPhotos): NoPhotosError {
  const others = passedOver.length === 0 ? 'nothing' : `only ${countOf(passedOver.length, 'other file')}`;
  return new NoPhotosError(
    `expected photos in ${places.join(', ')}, got ${others}`,
    failureDetails({ failed }),
  );
}

function describe(
  { out, split, stages = false, removeBackground = false }: ConvertCommandOptions,
  report: ConversionReport,
  extras: Extras,
): readonly string[] {
  const count = report.photos.length;
  return [
    `${countOf(count, 'image')} in ${out}: ${outputNames(extras).join(', ')}`,
    ...(stages ? [`stages: each photo, then after ${stepsOf(removeBackground).join(', ')}`] : []),
    '',
    ...describeReport(report),
    ...(extras.hasLabels ? ['', `see them with: ${showCommand(out, split, count)}`] : []),
  ];
}

function showCommand(out: string, split: Split, count: number): string {
  const rows = Math.min(Math.ceil(count / MOST_SHOWN.columns), MOST_SHOWN.rows);
  const columns = Math.min(count, MOST_SHOWN.columns);
  const other = split === 'test' ? '' : ` --split ${split}`;
  return `fashion-mnist show ${shellPath(out)} --grid ${rows}x${columns}${other}`;
}

function stepsOf(removesBackground: boolean): readonly PhotoStageName[] {
  const steps = ['trim', 'sample', 'sharpen', 'extend', 'negate', 'grey', 'bytes'] as const;
  return removesBackground ? ['background', ...steps] : steps;
}
