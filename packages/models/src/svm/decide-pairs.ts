import { reportProgress } from '@fashion-mnist/core';
import { type ComputeRun, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';
import type { KernelSpace } from './kernel-space.ts';
import {
  PANEL,
  type PlacedSamples,
  type PoolVectors,
  packVectors,
  place,
  placeSamples,
  QUAD,
} from './pool-vectors.ts';

/** What pairs of classes are told apart by. */
export interface DecisionRule {
  /** Where the support vectors of each class begin, and all end. */
  readonly starts: Int32Array;
  /** Shape `[classCount - 1, supportCount]`. */
  readonly coefficients: Float64Array;
  /** One per pair. */
  readonly intercepts: Float64Array;
}

/** A rule in the memory of a pool. */
interface PlacedRule {
  readonly space: KernelSpace;
  readonly unitCount: number;
  readonly panels: PoolVectors;
  readonly pairCount: number;
  readonly arguments: readonly [
    starts: number,
    classCount: number,
    coefficients: number,
    width: number,
    intercepts: number,
  ];
}

const GROUP_ROWS = 16;
const ROWS_AT_ONCE = 4096;

/** Places a rule with its support vectors. @param members - Which of the samples support. */
export async function placeRule(
  pool: WorkerPool,
  region: Region,
  samples: PlacedSamples,
  members: Int32Array,
  { starts, coefficients, intercepts }: DecisionRule,
  signal: AbortSignal | undefined,
): Promise<PlacedRule> {
  const classCount = starts.length - 1;
  const width = 4 * Math.ceil((classCount - 1) / 4);
  const table = new Float32Array(members.length * width);
  coefficients.forEach((value, i) => {
    table[(i % members.length) * width + Math.floor(i / members.length)] = value;
  });
  return {
    space: samples.space,
    unitCount: samples.unitCount,
    panels: await packVectors(pool, region, samples, members, PANEL, signal),
    pairCount: intercepts.length,
    arguments: [
      await place(pool, region, starts),
      classCount,
      await place(pool, region, table),
      width,
      await place(pool, region, intercepts),
    ],
  };
}

/** The decisions on some samples, shape `[members.length, pairCount]`. The samples lie in the space of the rule. */
export async function decide(
  pool: WorkerPool,
  rule: PlacedRule,
  samples: PlacedSamples,
  members: Int32Array,
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  const { space, unitCount, panels, pairCount } = rule;
  const region = pool.region();
  try {
    const quads = await packVectors(pool, region, samples, members, QUAD, signal);
    const decisions = region.alloc(members.length * pairCount * 8);
    const groups = { total: Math.ceil(members.length / GROUP_ROWS), grain: 1 };
    const rows = [quads.blocks, quads.offsets, members.length] as const;
    const vectors = [panels.blocks, panels.offsets, unitCount] as const;
    const kernel = [Number(space.areFloats), space.kind, space.factor, space.degree] as const;
    await pool.submit(
      [command('decideKernelPairs', groups, ...rows, ...vectors, ...kernel, ...rule.arguments, decisions)],
      { signal },
    );
    return await pool.read(Float64Array, decisions, members.length * pairCount);
  } finally {
    region.release();
  }
}

/** The spaces that rows of a matrix are to be decided in, and which go where. */
export interface Assignment {
  /** Of the support vectors. */
  readonly rule: (pool: WorkerPool, region: Region) => Promise<PlacedRule>;
  /** Of the rows. */
  readonly space: KernelSpace;
  readonly takes: (rows: FeatureMatrix) => readonly boolean[];
}

/**
 * The decisions on all rows of a matrix, some thousand at a time.
 *
 * @param assignments - The first one that takes a row decides it.
 */
export async function decideAll(
  pool: WorkerPool,
  { data, sampleCount, featureCount, scaling }: FeatureMatrix,
  pairCount: number,
  assignments: readonly Assignment[],
  { signal, onProgress }: ComputeRun,
): Promise<Float64Array> {
  const all = new Float64Array(sampleCount * pairCount);
  const region = pool.region();
  const rules = new Map<Assignment, PlacedRule>();
  try {
    for (let start = 0; start < sampleCount; start += ROWS_AT_ONCE) {
      const count = Math.min(ROWS_AT_ONCE, sampleCount - start);
      const part = data.subarray(start * featureCount, (start + count) * featureCount);
      const rows: FeatureMatrix = { data: part, sampleCount: count, featureCount, scaling };
      const isTaken = new Uint8Array(count);
      for (const assignment of assignments) {
        const takes = assignment.takes(rows);
        const members = Int32Array.from(takes.keys()).filter((row) => takes[row] && isTaken[row] === 0);
        if (members.length === 0) continue;
        for (const row of members) isTaken[row] = 1;
        const rule = rules.get(assignment) ?? (await assignment.rule(pool, region));
        rules.set(assignment, rule);
        const decisions = await decideRows(pool, rule, assignment.space, rows, members, signal);
        members.forEach((row, i) => {
          all.set(decisions.subarray(i * pairCount, (i + 1) * pairCount), (start + row) * pairCount);
        });
      }
      reportProgress(onProgress, {
        stage: 'decide',
        completed: start + count,
        total: sampleCount,
        unit: 'samples',
      });
    }
  } finally {
    region.release();
  }
  return all;
}

async function decideRows(
  pool: WorkerPool,
  rule: PlacedRule,
  space: KernelSpace,
  rows: FeatureMatrix,
  members: Int32Array,
  signal: AbortSignal | undefined,
): Promise<Float64Array> {
  const region = pool.region();
  try {
    return await decide(pool, rule, await placeSamples(pool, region, space, rows), members, signal);
  } finally {
    region.release();
  }
}
