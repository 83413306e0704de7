import { createCheckpoint } from '@fashion-mnist/core';
import type { ComputeRun, Region, WorkerPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix, FeatureScaling } from '../samples/features.ts';
import { type Assignment, decideAll, placeRule } from './decide-pairs.ts';
import { featureMoments } from './feature-moments.ts';
import { fitsIntegers, floatSpace, type KernelSpace, kernelSpace } from './kernel-space.ts';
import type { LearnedSvc } from './learned-svc.ts';
import { placeSamples } from './pool-vectors.ts';

/** Where support vectors are compared with rows: whole numbers are fast, floats hold any row. */
export interface SupportSpaces {
  readonly integers: KernelSpace | undefined;
  readonly floats: KernelSpace;
  /** The middle of the support vectors. */
  readonly centre: Float64Array;
}

/** The spaces follow from the support vectors alone, so that a restored model has the same. */
export async function supportSpaces(
  { parameters, vectors }: Pick<LearnedSvc, 'parameters' | 'vectors'>,
  { signal }: ComputeRun,
): Promise<SupportSpaces> {
  const codes = new Uint8Array(vectors.sampleCount);
  const moments = await featureMoments(vectors, codes, 1, createCheckpoint(signal));
  const space = kernelSpace(parameters, vectors, moments);
  const floats = floatSpace(parameters, vectors, moments.mean);
  return { integers: space.areFloats ? undefined : space, floats, centre: moments.mean };
}

/** The decisions of all pairs on rows, shape `[rowCount, pairCount]`. */
export async function pairDecisions(
  pool: WorkerPool,
  learned: LearnedSvc,
  { integers, floats, centre }: SupportSpaces,
  rows: FeatureMatrix,
  run: ComputeRun,
): Promise<Float64Array> {
  const { parameters, vectors, intercepts } = learned;
  const inFloats: Assignment = {
    rule: (on, region) => ruleIn(floats, on, region),
    space: floatSpace(parameters, rows, centre),
    takes: ({ sampleCount }) => new Array<boolean>(sampleCount).fill(true),
  };
  if (integers === undefined || !areAlike(rows, vectors))
    return decideAll(pool, rows, intercepts.length, [inFloats], run);
  const inIntegers: Assignment = {
    rule: (on, region) => ruleIn(integers, on, region),
    space: integers,
    takes: (some) => fitsIntegers(integers, some),
  };
  return decideAll(pool, rows, intercepts.length, [inIntegers, inFloats], run);

  async function ruleIn(space: KernelSpace, on: WorkerPool, region: Region) {
    const { counts, coefficients } = learned;
    const starts = Int32Array.from([0, ...counts]);
    for (let code = 0; code < counts.length; code++) starts[code + 1]! += starts[code]!;
    const placed = await placeSamples(on, region, space, vectors);
    const all = Int32Array.from({ length: vectors.sampleCount }, (_, i) => i);
    return placeRule(on, region, placed, all, { starts, coefficients, intercepts }, run.signal);
  }
}

function areAlike(a: FeatureMatrix, b: FeatureMatrix): boolean {
  return (
    a.data instanceof Uint8Array && b.data instanceof Uint8Array && haveSameScaling(a.scaling, b.scaling)
  );
}

function haveSameScaling(a: FeatureScaling | undefined, b: FeatureScaling | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.mean.every((value, i) => value === b.mean[i]) && a.scale.every((value, i) => value === b.scale[i]);
}
