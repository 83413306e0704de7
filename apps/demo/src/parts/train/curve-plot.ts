import type { PlotOptions } from '@observablehq/plot';
import type { PlotLibrary } from '../../charts/chart.tsx';
import type { CurvePoint } from '../../work/training/training-job.ts';

/** What is known of a training at a moment. */
export interface CurveData {
  readonly curve: readonly CurvePoint[];
  readonly heldOut: readonly CurvePoint[];
  /** Where the training ends. */
  readonly lastEpoch: number;
}

const HEIGHT = 190;

/** How Plot draws one of the two figures over epochs. */
export function curvePlot(
  figure: 'loss' | 'accuracy',
  { curve, heldOut, lastEpoch }: CurveData,
): (library: PlotLibrary, width: number) => PlotOptions {
  const place = { x: 'epoch', y: figure } as const;
  const scale =
    figure === 'loss'
      ? { label: null, grid: true, zero: true, ticks: 4 }
      : { label: null, grid: true, domain: [0, 1], ticks: 5, tickFormat: '.0%' };
  return ({ dot, line }) => ({
    height: HEIGHT,
    marginLeft: 40,
    marginRight: 12,
    marginTop: 10,
    marginBottom: 30,
    x: {
      label: 'epoch',
      domain: [0, Math.max(1, lastEpoch)],
      ticks: Math.min(8, Math.max(1, lastEpoch)),
      tickFormat: 'd',
    },
    y: scale,
    marks: [
      line(curve, { ...place, stroke: 'var(--muted)', strokeWidth: 1 }),
      line(heldOut, { ...place, stroke: 'var(--accent)', strokeWidth: 2 }),
      dot(heldOut, { ...place, r: 3.5, fill: 'var(--paper)', stroke: 'var(--accent)', strokeWidth: 2 }),
    ],
  });
}
