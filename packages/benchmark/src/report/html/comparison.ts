import { type Markup, markup } from '../markup.ts';
import { type Axis, accuracyAxis } from '../plot/axis.ts';
import type { ReportDataset } from '../report-datasets.ts';
import type { Measurement, ReportRow } from '../report-row.ts';

const WIDTH = 76;
const HEIGHT = 10;
const RADIUS = 3.5;

/** The scale on which our accuracies and those of the paper are compared. */
export function comparisonAxis(rows: readonly ReportRow[], dataset: ReportDataset): Axis {
  const values = rows.flatMap(({ [dataset]: { accuracy, paper } }) => [accuracy ?? [], paper ?? []].flat());
  return accuracyAxis({ title: '', values, leastGap: 1 });
}

/** A small picture of our accuracy, a dot, and the paper's, a stroke. */
export function comparison({ accuracy, paper }: Measurement, { positionOf }: Axis): Markup | null {
  if (accuracy === null) return null;
  const placeOf = (value: number) => Math.round(positionOf(value) * WIDTH * 10) / 10;
  const middle = HEIGHT / 2;
  const published = paper !== null && markup`<path class="published" d="M${placeOf(paper)} 0V${HEIGHT}"/>`;
  return markup`<svg class="comparison" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path class="track" d="M0 ${middle}H${WIDTH}"/>${published}<circle class="ours" cx="${placeOf(accuracy)}" cy="${middle}" r="${RADIUS}"/></svg>`;
}
