import { extname } from 'node:path';
import type { EpochReport, Score } from '@fashion-mnist/models/deep';
import { type CurvePanel, curvesPng, curvesSvg } from '@fashion-mnist/visualize';
import { requireFree } from '../output/require-free.ts';
import { UsageError } from '../usage-error.ts';

/** @throws {UsageError} no picture can be written under that name. */
export async function requireCurvesFile(path: string, force: boolean): Promise<void> {
  if (!['.png', '.svg'].includes(extname(path)))
    throw new UsageError(`--curves: expected a name that ends in .png or .svg, got ${path}`);
  await requireFree(path, 'file', force);
}

/** A picture of loss and accuracy, epoch by epoch; of loss alone where there is no accuracy. */
export function curvesFile(
  path: string,
  headings: { readonly title: string; readonly subtitle: string },
  epochs: readonly EpochReport[],
): string | Uint8Array {
  const hasAccuracy = epochs.some(({ accuracy }) => accuracy !== null);
  const panels = [panelOf('loss', epochs), ...(hasAccuracy ? [panelOf('accuracy', epochs)] : [])];
  const options = { ...headings, xTitle: 'epoch' };
  return extname(path) === '.svg' ? curvesSvg(panels, options) : curvesPng(panels, options);
}

function panelOf(measure: keyof Score, epochs: readonly EpochReport[]): CurvePanel {
  const pointsOf = (scoreOf: (report: EpochReport) => Score | null) =>
    epochs.flatMap((report) => {
      const y = scoreOf(report)?.[measure];
      return typeof y === 'number' ? [{ x: report.epoch, y }] : [];
    });
  const validation = pointsOf((report) => report.validation);
  return {
    title: measure,
    curves: [
      { name: 'training, augmented', points: pointsOf((report) => report) },
      ...(validation.length === 0 ? [] : [{ name: 'held out', points: validation }]),
    ],
  };
}
