import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { EncodedLabels } from '../samples/encode-labels.ts';
import type { FeatureMatrix } from '../samples/features.ts';
import type { ClassMoments } from './class-moments.ts';
import { type ClassOrder, classOrder } from './class-order.ts';

/** Samples in the memory of a pool, class after class. */
export interface PlacedClasses {
  readonly members: ClassOrder;
  readonly samples: number;
  readonly areFloats: boolean;
  readonly featureCount: number;
  readonly order: number;
  readonly starts: number;
  /** Room for two arrays of `[classCount, featureCount]` float64. */
  readonly sums: readonly [number, number];
}

export async function placeClasses(
  pool: WorkerPool,
  region: Region,
  { data, featureCount }: FeatureMatrix,
  { classes, codes }: EncodedLabels,
): Promise<PlacedClasses> {
  const members = classOrder(codes, classes.length);
  const place = async (values: Parameters<WorkerPool['write']>[1]): Promise<number> => {
    const pointer = region.alloc(values.byteLength);
    await pool.write(pointer, values);
    return pointer;
  };
  const sumBytes = classes.length * featureCount * 8;
  return {
    members,
    samples: await place(data),
    areFloats: data instanceof Float32Array,
    featureCount,
    order: await place(members.order),
    starts: await place(members.starts),
    sums: [region.alloc(sumBytes), region.alloc(sumBytes)],
  };
}

/** The moments of bytes that all count alike, from whole numbers: exact up to the last division. */
export async function momentsOfBytes(
  pool: WorkerPool,
  { members, samples, featureCount, order, starts, sums }: PlacedClasses,
  signal: AbortSignal | undefined,
): Promise<ClassMoments> {
  const counts = countsOf(members, () => 1);
  const length = counts.length * featureCount;
  const work = { total: counts.length, grain: 1 };
  for (const pointer of sums) await pool.write(pointer, new Float64Array(length));
  await pool.submit([command('addClassSums', work, samples, featureCount, order, starts, ...sums)], {
    signal,
  });
  const [first, second] = [
    await pool.read(Float64Array, sums[0], length),
    await pool.read(Float64Array, sums[1], length),
  ];
  const countOf = (i: number): number => counts[Math.floor(i / featureCount)]!;
  return {
    counts,
    means: first.map((sum, i) => sum / countOf(i)),
    variances: second.map((square, i) => (square * countOf(i) - first[i]! ** 2) / countOf(i) ** 2),
  };
}

/** The moments of any samples in two passes over them, in float64. @param weights - One per sample; else 1 for all. */
export async function momentsAroundMeans(
  pool: WorkerPool,
  region: Region,
  { members, samples, areFloats, featureCount, order, starts, sums }: PlacedClasses,
  weights: Float64Array | undefined,
  signal: AbortSignal | undefined,
): Promise<ClassMoments> {
  const counts = countsOf(members, (sample) => weights?.[sample] ?? 1);
  const length = counts.length * featureCount;
  const weightPointer = weights === undefined ? 0 : region.alloc(weights.byteLength);
  if (weights !== undefined) await pool.write(weightPointer, weights);
  const origins = region.alloc(length * 8);

  async function averagePowers(power: number, around: Float64Array): Promise<Float64Array> {
    const [to] = sums;
    await pool.write(origins, around);
    await pool.write(to, new Float64Array(length));
    const work = { total: counts.length, grain: 1 };
    const from = [samples, areFloats ? 1 : 0, featureCount, order, starts] as const;
    const terms = [weightPointer, origins, power, to] as const;
    await pool.submit([command('addWeightedPowers', work, ...from, ...terms)], { signal });
    return (await pool.read(Float64Array, to, length)).map((sum, i) => {
      const count = counts[Math.floor(i / featureCount)]!;
      return count === 0 ? 0 : sum / count;
    });
  }

  const means = await averagePowers(1, new Float64Array(length));
  return { counts, means, variances: await averagePowers(2, means) };
}

function countsOf({ order, starts }: ClassOrder, weightOf: (sample: number) => number): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, code) =>
    order.subarray(starts[code], starts[code + 1]).reduce((sum, sample) => sum + weightOf(sample), 0),
  );
}
