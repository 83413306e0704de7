import { familyOf } from '../families.ts';
import { formatAccuracy, formatSeconds } from '../format-figures.ts';
import type { Markup } from '../markup.ts';
import { DATASET_TITLES, type ReportDataset } from '../report-datasets.ts';
import type { ReportRow } from '../report-row.ts';
import type { View } from '../views.ts';
import { type Axis, type AxisOptions, accuracyAxis, timeAxis } from './axis.ts';
import { frontier } from './frontier.ts';
import { type GuideLine, type PlotPoint, scatterPlot } from './scatter-plot.ts';

export interface PlotSize {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** CSS pixels that a label takes with its neighbourhood, along and across the lines of text. */
const LABEL_WIDTH = 58;
const LABEL_HEIGHT = 26;
const SCALE_HINT = 'error on a log scale';

/** The picture of a view: accuracy against time, or the accuracies on both datasets against each other. */
export function reportPlot(rows: readonly ReportRow[], view: View, size: PlotSize): Markup {
  return view === 'both' ? accuracyPlot(rows, size) : timePlot(rows, view, size);
}

function timePlot(rows: readonly ReportRow[], dataset: ReportDataset, size: PlotSize): Markup {
  const points = rows.flatMap((row, index) => {
    const { accuracy, secondsPerRepeat: seconds } = row[dataset];
    if (accuracy === null || seconds === null) return [];
    return point(
      row,
      index,
      seconds,
      accuracy,
      `${formatAccuracy(row[dataset])} in ${formatSeconds(seconds)}`,
    );
  });
  const guide = { places: frontier(points), isStepped: true, label: 'best within the time' };
  const title = `${DATASET_TITLES[dataset]}: accuracy against time`;
  return plot(points, size, {
    title,
    guide,
    xAxis: (options) => timeAxis({ ...options, title: 'Time per repeat' }),
    yAxis: (options) => accuracyAxis({ ...options, title: `Accuracy (${SCALE_HINT})` }),
  });
}

function accuracyPlot(rows: readonly ReportRow[], size: PlotSize): Markup {
  const points = rows.flatMap((row, index) => {
    const { fashion, mnist } = row;
    if (fashion.accuracy === null || mnist.accuracy === null) return [];
    const text = `Fashion-MNIST ${formatAccuracy(fashion)}, MNIST ${formatAccuracy(mnist)}`;
    return point(row, index, mnist.accuracy, fashion.accuracy, text);
  });
  const guide = { places: equalPlaces(points), isStepped: false, label: 'equally hard' };
  return plot(points, size, {
    title: 'Accuracy on Fashion-MNIST against accuracy on MNIST',
    guide,
    xAxis: (options) => accuracyAxis({ ...options, title: `MNIST accuracy (${SCALE_HINT})` }),
    yAxis: (options) => accuracyAxis({ ...options, title: `Fashion-MNIST accuracy (${SCALE_HINT})` }),
  });
}

/** The two ends of the line of equal accuracy that are within the ranges of both. */
function equalPlaces(points: readonly PlotPoint[]): GuideLine['places'] {
  if (points.length === 0) return [];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const low = Math.max(Math.min(...xs), Math.min(...ys));
  const high = Math.min(Math.max(...xs), Math.max(...ys));
  return low < high
    ? [
        { x: low, y: low },
        { x: high, y: high },
      ]
    : [];
}

function point(row: ReportRow, index: number, x: number, y: number, text: string): readonly PlotPoint[] {
  const label = `${row.name} ${row.parameterText}: ${text}`;
  return [{ row: index, x, y, family: familyOf(row.name), label }];
}

interface PlotSpecification {
  readonly title: string;
  readonly guide: GuideLine;
  readonly xAxis: (options: Omit<AxisOptions, 'title'>) => Axis;
  readonly yAxis: (options: Omit<AxisOptions, 'title'>) => Axis;
}

function plot(points: readonly PlotPoint[], size: PlotSize, specification: PlotSpecification): Markup {
  const { title, guide, xAxis, yAxis } = specification;
  return scatterPlot(points, {
    ...size,
    title,
    guide,
    xAxis: xAxis({ values: points.map(({ x }) => x), leastGap: LABEL_WIDTH / size.width }),
    yAxis: yAxis({ values: points.map(({ y }) => y), leastGap: LABEL_HEIGHT / size.height }),
  });
}
