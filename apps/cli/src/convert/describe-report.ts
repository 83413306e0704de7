import type { ImageMeasurements } from '@fashion-mnist/transforms';
import type { ErrorDetails } from '../detailed-error.ts';
import { countOf, formatCount } from '../terminal/format.ts';
import type { PassedOver } from './collect-photos.ts';
import type { ConversionReport } from './conversion-report.ts';

type Figure = readonly [name: string, of: (measurements: ImageMeasurements) => string];

const FIGURES: readonly Figure[] = [
  ['longest edge 28 pixels', ({ fullEdgeShare }) => percent(fullEdgeShare)],
  ['longest edge 27 pixels', ({ oneLessEdgeShare }) => percent(oneLessEdgeShare)],
  ['corner black', ({ cornerZeroShare }) => percent(cornerZeroShare)],
  ['centred', ({ centredShare }) => percent(centredShare)],
  ['one pixel more at the top or left', ({ oddAtTopLeftShare }) => percent(oddAtTopLeftShare)],
  ['black pixels', ({ zeroShare }) => percent(zeroShare)],
  ['white pixels', ({ pixel255Share }) => percent(pixel255Share)],
  ['width / height, 1 %', ({ aspectQuantiles: [first] }) => decimal(first)],
  ['width / height, 25 %', ({ aspectQuantiles: [, quarter] }) => decimal(quarter)],
  ['width / height, median', ({ aspectQuantiles: [, , median] }) => decimal(median)],
  ['width / height, 75 %', ({ aspectQuantiles: [, , , threeQuarters] }) => decimal(threeQuarters)],
  ['width / height, 99 %', ({ aspectQuantiles: [, , , , last] }) => decimal(last)],
];

/** A report for people: the figures of their images beside those of the dataset, then what is unusual. */
export function describeReport({
  options,
  measurements,
  photos,
  passedOver,
}: ConversionReport): readonly string[] {
  return [
    ...figureTable(measurements),
    ...warningLines(photos),
    ...(options.background === 'remove' ? [] : backgroundHint(photos)),
    ...passedOverLines(passedOver),
  ];
}

/** How many photos could not be converted, of how many. */
export function countFailures({ photos, failed }: Pick<ConversionReport, 'photos' | 'failed'>): string {
  const total = photos.length + failed.length;
  return `${formatCount(failed.length)} of ${countOf(total, 'photo')} could not be converted`;
}

/** Each of them with the reason. */
export function failureDetails({ failed }: Pick<ConversionReport, 'failed'>): ErrorDetails {
  return { lines: failed.map(({ path, message }) => `  ${path}: ${message}`), fields: { failed } };
}

function figureTable({ yours, fashionMnist }: ConversionReport['measurements']): readonly string[] {
  const rows = [
    ['', 'your photos', 'Fashion-MNIST'],
    ['images', formatCount(yours.imageCount), formatCount(fashionMnist.imageCount)],
    ...FIGURES.map(([name, of]) => [name, of(yours), of(fashionMnist)]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map(([name = '', ...figures]) =>
    [name.padEnd(widths[0] ?? 0), ...figures.map((text, i) => text.padStart(widths[i + 1] ?? 0))].join('   '),
  );
}

function warningLines(photos: ConversionReport['photos']): readonly string[] {
  const unusual = photos.filter(({ warnings }) => warnings.length > 0);
  if (unusual.length === 0) return [];
  return [
    '',
    `unlike the images of Fashion-MNIST: ${countOf(unusual.length, 'photo')}`,
    ...unusual.flatMap(({ path, warnings }) => warnings.map(({ message }) => `  ${path}: ${message}`)),
  ];
}

function backgroundHint(photos: ConversionReport['photos']): readonly string[] {
  const isHelped = photos.some(({ warnings }) => warnings.some(({ code }) => code === 'W_PHOTO_BACKGROUND'));
  return isHelped ? ['', '--remove-background makes backgrounds white that are of another colour'] : [];
}

function passedOverLines(passedOver: readonly PassedOver[]): readonly string[] {
  const reasons = [...new Set(passedOver.map(({ reason }) => reason))];
  const lines = reasons.map((reason) => {
    const paths = passedOver.filter((found) => found.reason === reason).map(({ path }) => path);
    return `  ${reason}: ${paths.join(', ')}`;
  });
  return lines.length === 0 ? [] : ['', 'not converted', ...lines];
}

function percent(share: number): string {
  return Number.isNaN(share) ? '-' : `${(share * 100).toFixed(1)} %`;
}

function decimal(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(2);
}
