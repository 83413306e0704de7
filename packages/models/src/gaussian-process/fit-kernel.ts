import type { Rng } from '@fashion-mnist/core';
import { minimize } from '../minimize/minimize.ts';
import type { EvaluatedPoint } from '../minimize/search.ts';
import { largestMagnitude } from '../minimize/vectors.ts';
import {
  type GaussianProcessKernel,
  LARGEST_PARAMETER,
  LEAST_PARAMETER,
} from './gaussian-process-options.ts';
import type { MarginalLikelihood } from './marginal-likelihood.ts';

const LOWEST = Math.log(LEAST_PARAMETER);
const HIGHEST = Math.log(LARGEST_PARAMETER);
/** L-BFGS-B's defaults. */
const LARGEST_SLOPE = 1e-5;
const LBFGS = Object.freeze({ maxIterations: 15_000, pairCount: 10, rounding: 2e-9 });

/**
 * The kernel of the greatest marginal likelihood that is found from the given one, and from random ones.
 *
 * @param restarts - How many searches begin at random.
 */
export async function fitKernel(
  likelihood: MarginalLikelihood,
  start: GaussianProcessKernel,
  restarts: number,
  rng: Rng,
): Promise<GaussianProcessKernel> {
  const random = () => LOWEST + (HIGHEST - LOWEST) * rng.nextFloat();
  const starts = [
    Float64Array.of(Math.log(start.constant), Math.log(start.lengthScale)),
    ...Array.from({ length: restarts }, () => Float64Array.of(random(), random())),
  ];
  let best = await search(likelihood, starts[0]!);
  for (const point of starts.slice(1)) {
    const found = await search(likelihood, point);
    if (found.value < best.value) best = found;
  }
  return kernelAt(best.point);
}

async function search(likelihood: MarginalLikelihood, start: Float64Array): Promise<EvaluatedPoint> {
  const stopping = { norm: largestMagnitude, bound: () => LARGEST_SLOPE };
  return minimize(start, stopping, LBFGS, async (point) => {
    const { value, gradient } = await likelihood.at(kernelAt(point));
    // Beyond its bounds the function goes on as flat.
    const uphill = gradient.map((slope, i) => (isInside(point[i]!) ? -slope : 0));
    return { value: -value, gradient: uphill };
  });
}

function kernelAt(point: Float64Array): GaussianProcessKernel {
  const parameter = (log: number) =>
    Math.min(
      LARGEST_PARAMETER,
      Math.max(LEAST_PARAMETER, Math.exp(Math.min(HIGHEST, Math.max(LOWEST, log)))),
    );
  return { constant: parameter(point[0]!), lengthScale: parameter(point[1]!), optimise: true };
}

function isInside(log: number): boolean {
  return log > LOWEST && log < HIGHEST;
}
