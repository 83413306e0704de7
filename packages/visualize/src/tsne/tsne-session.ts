import { type Command, openPool, type Region, type Samples, type WorkerPool } from '@fashion-mnist/kernels';
import { type IteratedSession, iteratedSession } from '../iterated-session.ts';
import { exactRepulsion } from './exact-repulsion.ts';
import { type GradientDescent, gradientDescent } from './gradient-descent.ts';
import { gridRepulsion } from './grid-repulsion.ts';
import {
  affinityNeighbors,
  type JointAffinities,
  jointAffinities,
  requireNeighbors,
} from './joint-affinities.ts';
import { klDivergence } from './kl-divergence.ts';
import { curveOrder, reordered } from './map-order.ts';
import { type MapPoints, mapPoints } from './map-points.ts';
import { type Phase, phasesOf } from './phases.ts';
import { type FinishedMap, placeNewPoints } from './place-new-points.ts';
import type { Repulsion } from './repulsion.ts';
import { type ShownPoints, shownPoints } from './shown-points.ts';
import { startPositions } from './start-positions.ts';
import { type TsneOptions, type TsneSettings, tsneSettings } from './tsne-options.ts';
import type { TsneProjection } from './tsne-projection.ts';

/** A t-SNE map under way. */
export type TsneSession = IteratedSession<TsneProjection>;

/** All that lies in the memory of a pool for a map. */
interface Workspace {
  readonly pool: WorkerPool;
  readonly region: Region;
  readonly map: MapPoints;
  readonly shown: ShownPoints;
  readonly affinities: JointAffinities;
  readonly descent: GradientDescent;
  readonly repulsion: Repulsion;
}

/**
 * Prepares a t-SNE map, to be watched, paused and gone on with: finds neighbours and affinities, and places the points
 * at their start.
 *
 * @param samples - As of `tsne`; borrowed, and kept for `transform`.
 * @throws as `tsne` does.
 * @remarks Stages: those of `exactNeighbors`, then `affinities` (samples); a step tells `optimise` (iterations).
 */
export async function createTsneSession(
  samples: Samples,
  options: Omit<TsneOptions, 'engine'> = {},
): Promise<TsneSession> {
  const settings = tsneSettings(samples, options);
  const { pool, close } = await openPool(options, settings.sampleCount ** 2 * samples.data.length);
  const region = pool.region();
  try {
    const workspace = await prepare(samples, settings, pool, region, { ...options, pool });
    return sessionOf(samples, settings, workspace, close);
  } catch (error) {
    region.release();
    await close();
    throw error;
  }
}

async function prepare(
  samples: Samples,
  settings: TsneSettings,
  pool: WorkerPool,
  region: Region,
  run: TsneOptions,
): Promise<Workspace> {
  const { sampleCount, perplexity, init, seed, learningRate } = settings;
  const { neighbors = await affinityNeighbors(samples, perplexity, run) } = run;
  requireNeighbors(neighbors, sampleCount, perplexity);
  const start = await startPositions(samples, init, seed, run);
  const order = curveOrder(start);
  const affinities = await jointAffinities(pool, region, neighbors, perplexity, order, run);
  const map = await mapPoints(pool, region, reordered(start, order.order));
  const shown = await shownPoints(pool, region, map, order.order);
  const attraction = { ...affinities, targets: map.points };
  const descent = await gradientDescent(pool, region, map, attraction, learningRate);
  const repel = settings.method === 'exact' ? exactRepulsion : gridRepulsion;
  await pool.submit([map.measure, shown.show]);
  return { pool, region, map, shown, affinities, descent, repulsion: repel(pool, map, descent.repulsion) };
}

function sessionOf(
  samples: Samples,
  settings: TsneSettings,
  workspace: Workspace,
  closePool: () => Promise<void>,
): TsneSession {
  const { pool, region, map, shown, affinities, descent, repulsion } = workspace;
  const phases = phasesOf(settings);
  const { nIter: total, sampleCount, perplexity } = settings;
  return iteratedSession<TsneProjection>({
    method: 'tsne',
    total,
    unit: 'iterations',
    pool,
    points: shown.points,
    sampleCount,
    async advance(completed, last) {
      const phase = phaseAt(phases, completed);
      if (completed === phase.start) await descent.rest();
      const rounds = Math.min(repulsion.roundsPerSubmit, Math.min(last, phase.end) - completed);
      await pool.submit([...(await iterations(workspace, phase, rounds)), shown.show]);
      return completed + rounds;
    },
    async finish(coordinates, run) {
      const divergence = await klDivergence(pool, map, affinities, repulsion, run);
      return projectionOf({ samples, coordinates, perplexity }, divergence);
    },
    async close() {
      repulsion.dispose();
      region.release();
      await closePool();
    },
  });
}

function phaseAt(phases: readonly Phase[], iteration: number): Phase {
  const phase = phases.find(({ start, end }) => iteration >= start && iteration < end);
  if (phase === undefined) throw new RangeError(`there is no iteration ${iteration}`);
  return phase;
}

function projectionOf(finished: FinishedMap, divergence: number): TsneProjection {
  return {
    method: 'tsne',
    engine: 'fast',
    coordinates: finished.coordinates,
    klDivergence: divergence,
    transform: (newSamples, run) => placeNewPoints(finished, newSamples, run),
  };
}

/** Commands of some iterations of one phase. */
async function iterations(
  { descent, repulsion }: Workspace,
  phase: Phase,
  count: number,
): Promise<readonly Command[]> {
  const repel = await repulsion.commands();
  const round = [...repel, ...descent.step(phase, repulsion.normalisation())];
  return Array.from({ length: count }, () => round).flat();
}
