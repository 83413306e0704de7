import { formatAccuracy, wilsonInterval } from '@fashion-mnist/benchmark/leaderboard';
import type { DescribedChart } from '../described-chart.ts';
import { type BoardRow, figureOn } from './board-rows.ts';

/** Below, names of verified rows do not fit into the chart. */
const NARROW = 560;

interface Mark {
  readonly place: number;
  readonly accuracy: number;
  readonly low: number;
  readonly high: number;
  readonly isConstant: boolean;
  readonly kind: 'claimed' | 'verified';
  readonly name: string;
  readonly title: string;
}

/** Claims from the best to the least, and what was verified of them, with intervals. */
export function boardChart(rows: readonly BoardRow[]): DescribedChart {
  const ranked = rows.toSorted((a, b) => bestOf(b) - bestOf(a)).filter((row) => bestOf(row) > 0);
  const marks = ranked.flatMap((row, place) => marksOf(row, place + 1));
  const claimed = marks.filter(({ kind }) => kind === 'claimed');
  const verified = marks.filter(({ kind }) => kind === 'verified');
  const told = verified.map(({ title }) => title.replaceAll('\n', ', ')).join('; ');
  return {
    title: 'Claimed and verified accuracy on Fashion-MNIST',
    label: `${claimed.length} claimed accuracies from ${claimed[0]?.accuracy ?? 'none'} down to ${claimed.at(-1)?.accuracy ?? 'none'}, and ${verified.length} verified: ${told}.`,
    plot: (library, width) => ({
      height: 300,
      marginTop: 28,
      marginRight: width < NARROW ? 16 : 72,
      marginLeft: 44,
      marginBottom: 36,
      x: {
        label: 'Place in the table',
        labelArrow: 'none',
        ticks: [1, 10, 20, 30],
        domain: [0, ranked.length + 1],
      },
      y: { label: 'Accuracy', labelArrow: 'none', grid: true, ticks: 6 },
      marks: [
        library.ruleX(claimed, { x: 'place', y1: 'low', y2: 'high', stroke: 'var(--line)', strokeWidth: 4 }),
        library.ruleX(verified, {
          x: 'place',
          y1: 'low',
          y2: 'high',
          stroke: 'var(--accent)',
          strokeWidth: 2,
        }),
        library.dot(claimed, {
          x: 'place',
          y: 'accuracy',
          r: 3.5,
          stroke: 'var(--muted)',
          fill: 'var(--paper)',
        }),
        library.dot(verified, { x: 'place', y: 'accuracy', r: 3.5, fill: 'var(--accent)' }),
        library.text(width < NARROW ? [] : [...verified, ...claimed.filter(({ isConstant }) => isConstant)], {
          x: 'place',
          y: 'high',
          text: 'name',
          dy: -8,
          fill: 'var(--ink)',
          lineAnchor: 'bottom',
        }),
        library.tip(marks, library.pointer({ x: 'place', y: 'accuracy', title: 'title', maxRadius: 30 })),
      ],
    }),
  };
}

function marksOf(row: BoardRow, place: number): readonly Mark[] {
  const figure = figureOn(row, 'fashion-mnist');
  const verified = figure && {
    kind: 'verified' as const,
    accuracy: figure.accuracy,
    interval: figure.interval,
  };
  const claimed = row.claimed !== null && {
    kind: 'claimed' as const,
    accuracy: row.claimed,
    interval: wilsonInterval(Math.round(row.claimed * row.imageCount), row.imageCount),
  };
  return [claimed, verified].flatMap((found) => {
    if (!found) return [];
    const { kind, accuracy, interval } = found;
    const [low, high] = interval;
    const title = `${row.classifier}\n${kind} ${formatAccuracy(accuracy)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
    return [
      {
        place,
        isConstant: row.status === 'constant',
        accuracy,
        low,
        high,
        kind,
        name: row.classifier,
        title,
      },
    ];
  });
}

function bestOf(row: BoardRow): number {
  return row.claimed ?? figureOn(row, 'fashion-mnist')?.accuracy ?? 0;
}
