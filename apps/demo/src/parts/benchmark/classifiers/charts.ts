import {
  DATASET_TITLES,
  type Family,
  familyOf,
  formatAccuracy,
  formatDifference,
  formatSeconds,
  frontier,
  type ReportDataset,
  type ReportRow,
} from '@fashion-mnist/benchmark/report';
import type { Markish, PlotOptions } from '@observablehq/plot';
import type { PlotLibrary } from '../../../charts/chart.tsx';
import type { DescribedChart } from '../described-chart.ts';
import { accuracyPlace, accuracyScale, timePlace, timeScale } from './log-scales.ts';
import type { ComparedRow } from './results.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly family: Family;
  /** What is told when it is pointed at. */
  readonly title: string;
  readonly isOwn: boolean;
}

const MARGINS = { marginTop: 28, marginRight: 16, marginBottom: 36, marginLeft: 40 };

/** What better accuracy costs: accuracy against the time of a repeat. */
export function timeChart(rows: readonly ComparedRow[], dataset: ReportDataset): DescribedChart {
  const points = rows.flatMap(({ ours, yours }) => [
    ...timePoint(ours, dataset, false),
    ...(yours === undefined ? [] : timePoint(yours, dataset, true)),
  ]);
  const best = frontier(points.filter(({ isOwn }) => !isOwn));
  const cheapest = best[0]?.title ?? 'none';
  const dearest = best.at(-1)?.title ?? 'none';
  return {
    title: 'Accuracy against time',
    label: `Accuracy on ${DATASET_TITLES[dataset]} against the time of a repeat, ${points.length} points. Fastest: ${cheapest}. Most accurate: ${dearest}.`,
    plot: (library, width) => ({
      ...sized(width),
      x: timeScale(
        'Time per repeat',
        points.map(({ x }) => x),
      ),
      y: accuracyScale(
        'Accuracy, on a log scale of the error',
        points.map(({ y }) => y),
      ),
      marks: [
        library.line(best, {
          x: (point: Point) => timePlace(point.x),
          y: (point: Point) => accuracyPlace(point.y),
          curve: 'step-after',
          stroke: 'var(--control)',
          strokeDasharray: '2 3',
        }),
        ...pointMarks(library, points, (point) => timePlace(point.x)),
      ],
    }),
  };
}

/** Ours against the paper's; on the diagonal both are equal. */
export function paperChart(rows: readonly ComparedRow[], dataset: ReportDataset): DescribedChart {
  const points = rows.flatMap(({ ours }) => {
    const { accuracy, paper, difference } = ours[dataset];
    if (accuracy === null || paper === null) return [];
    const title = `${nameOf(ours)}\nours ${accuracy.toFixed(4)}, paper ${paper.toFixed(3)} (${formatDifference(difference)})`;
    return pointOf(ours, paper, accuracy, title);
  });
  const isNear = ({ x, y }: Point) => Math.abs(x - y) <= 0.01 + 1e-9;
  return {
    title: 'Ours against the paper',
    label: `Our accuracy on ${DATASET_TITLES[dataset]} against the paper's, ${points.length} configurations; ${points.filter(isNear).length} of them within 0.01 of the diagonal.`,
    plot: (library, width) =>
      diagonalPlot(library, width, points, { x: "The paper's", y: 'Our', equal: 'equal' }),
  };
}

/** How much harder one dataset is than the other. */
export function datasetsChart(rows: readonly ComparedRow[]): DescribedChart {
  const points = rows.flatMap(({ ours }) => {
    const { fashion, mnist } = ours;
    if (fashion.accuracy === null || mnist.accuracy === null) return [];
    const title = `${nameOf(ours)}\nFashion-MNIST ${formatAccuracy(fashion)}, MNIST ${formatAccuracy(mnist)}`;
    return pointOf(ours, mnist.accuracy, fashion.accuracy, title);
  });
  const harder = points.filter(({ x, y }) => y < x).length;
  return {
    title: 'Fashion-MNIST against MNIST',
    label: `Accuracy on Fashion-MNIST against accuracy on MNIST, ${points.length} configurations; ${harder} are less accurate on Fashion-MNIST.`,
    plot: (library, width) =>
      diagonalPlot(library, width, points, { x: 'MNIST', y: 'Fashion-MNIST', equal: 'equally hard' }),
  };
}

interface DiagonalTexts {
  /** Whose accuracy an axis shows. */
  readonly x: string;
  readonly y: string;
  /** What the diagonal says. */
  readonly equal: string;
}

function diagonalPlot(
  library: PlotLibrary,
  width: number,
  points: readonly Point[],
  { x, y, equal }: DiagonalTexts,
): PlotOptions {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const low = Math.max(Math.min(...xs), Math.min(...ys));
  const high = Math.min(Math.max(...xs), Math.max(...ys));
  const ends = low < high ? [accuracyPlace(low), accuracyPlace(high)] : [];
  return {
    ...sized(width),
    x: accuracyScale(`${x} accuracy`, xs),
    y: accuracyScale(`${y} accuracy, on a log scale of the error`, ys),
    marks: [
      library.line(ends, {
        x: (place: number) => place,
        y: (place: number) => place,
        stroke: 'var(--control)',
        strokeDasharray: '2 3',
      }),
      library.text(ends.slice(1), {
        x: (place: number) => place,
        y: (place: number) => place,
        text: () => equal,
        dx: -10,
        dy: -6,
        textAnchor: 'end',
        fill: 'var(--muted)',
      }),
      ...pointMarks(library, points, (point) => accuracyPlace(point.x)),
    ],
  };
}

function pointMarks(
  library: PlotLibrary,
  points: readonly Point[],
  xOf: (point: Point) => number,
): Markish[] {
  const place = { x: xOf, y: (point: Point) => accuracyPlace(point.y) };
  const shape = {
    symbol: (point: Point) => point.family.shape,
    rotate: (point: Point) => (point.family.shape === 'cross' ? 45 : 0),
    r: 4,
  };
  const color = (point: Point) => `var(--kind-${point.family.kind})`;
  const own = points.filter(({ isOwn }) => isOwn);
  return [
    library.dot(
      points.filter(({ isOwn }) => !isOwn),
      { ...place, ...shape, fill: color, fillOpacity: 0.85 },
    ),
    library.dot(own, { ...place, ...shape, r: 6, stroke: 'var(--ink)', strokeWidth: 1.5 }),
    library.tip(points, library.pointer({ ...place, title: 'title', maxRadius: 24 })),
  ];
}

function timePoint(row: ReportRow, dataset: ReportDataset, isOwn: boolean): readonly Point[] {
  const { accuracy, secondsPerRepeat: seconds } = row[dataset];
  if (accuracy === null || seconds === null || seconds <= 0) return [];
  const whose = isOwn ? 'yours, ' : '';
  const title = `${nameOf(row)}\n${whose}${accuracy.toFixed(4)} in ${formatSeconds(seconds)}`;
  return pointOf(row, seconds, accuracy, title, isOwn);
}

function pointOf(row: ReportRow, x: number, y: number, title: string, isOwn = false): readonly Point[] {
  return [{ x, y, family: familyOf(row.name), title, isOwn }];
}

function nameOf({ name, parameterText }: ReportRow): string {
  return `${familyOf(name).shortName} ${parameterText}`.trimEnd();
}

function sized(width: number): PlotOptions {
  return { ...MARGINS, height: width < 420 ? 280 : 360 };
}
