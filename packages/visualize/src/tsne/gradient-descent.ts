import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { JointAffinities } from './joint-affinities.ts';
import type { MapPoints } from './map-points.ts';
import type { Phase } from './phases.ts';
import type { Normalisation } from './repulsion.ts';

/** Points on their way, with what they remember of it. */
export interface GradientDescent {
  /** `Float32Array` `[pointCount, 2]`: repulsion, to be computed before a step. */
  readonly repulsion: number;
  /** Takes all momentum away, and makes all gains one. */
  rest(): Promise<void>;
  /** Commands of a step. */
  step(phase: Pick<Phase, 'exaggeration' | 'momentum'>, normalisation: Normalisation): readonly Command[];
}

/** What attracts points: entries of sparse rows, among these targets. */
export type Attraction = Omit<JointAffinities, 'rowCount'> & { readonly targets: number };

const ROW_GRAIN = 256;
const MOVE_GRAIN = 4096;

/** Gradient descent with momentum and a gain per coordinate. */
export async function gradientDescent(
  pool: WorkerPool,
  region: Region,
  { points, pointCount, measure }: MapPoints,
  { targets, rowStarts, columns, weights }: Attraction,
  learningRate: number,
): Promise<GradientDescent> {
  const numberCount = 8 * Math.ceil(pointCount / 4);
  const [attraction, repulsion, velocities, gains] = [0, 1, 2, 3].map(() =>
    region.alloc(4 * numberCount),
  ) as [number, number, number, number];
  for (const pointer of [attraction, repulsion]) await pool.write(pointer, new Float32Array(numberCount));
  const attract = command(
    'tsneAttract',
    { total: pointCount, grain: ROW_GRAIN },
    ...([points, targets, rowStarts, columns, weights, attraction] as const),
  );
  return {
    repulsion,
    async rest() {
      await pool.write(velocities, new Float32Array(numberCount));
      await pool.write(gains, new Float32Array(numberCount).fill(1));
    },
    step: ({ exaggeration, momentum }, { sums, sumCount, selfSum }) => [
      attract,
      command(
        'tsneMove',
        { total: pointCount, grain: MOVE_GRAIN },
        ...([points, attraction, repulsion, sums, sumCount, selfSum, velocities, gains] as const),
        ...([exaggeration, momentum, learningRate] as const),
      ),
      measure,
    ],
  };
}
