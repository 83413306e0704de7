import type { CurvePoint } from '../../work/training/training-job.ts';

/** A chart of some 300 pixels shows no more. */
const MOST = 400;

/** The same curve with half as many points, of means of neighbours, where it has grown too long to be drawn quickly. */
export function thinCurve(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  if (curve.length <= MOST) return curve;
  return curve.flatMap((point, i) => {
    if (i % 2 === 1) return [];
    return [meanOf(point, curve[i + 1] ?? point)];
  });
}

function meanOf(a: CurvePoint, b: CurvePoint): CurvePoint {
  return {
    epoch: (a.epoch + b.epoch) / 2,
    loss: (a.loss + b.loss) / 2,
    accuracy: (a.accuracy + b.accuracy) / 2,
  };
}
