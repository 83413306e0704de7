import { createCheckpoint } from '@fashion-mnist/core';
import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';
import { type BinnedRows, GROUP_FEATURES, groupCountOf, mapBins, placeByteGroups } from './binned-rows.ts';
import { BYTE_VALUES, byteValues } from './byte-values.ts';
import { countDistinct, type FloatRows, placeFloats, sortedColumn } from './float-columns.ts';

export interface QuantileBinning {
  /** The rows whose values decide where bins end. */
  readonly rows: Int32Array;
  readonly maxBins: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * At most `maxBins` bins a feature: one for every different value where these suffice, else about equally full ones.
 *
 * @see sklearn.ensemble._hist_gradient_boosting.binning
 */
export async function binByQuantiles(
  pool: WorkerPool,
  region: Region,
  matrix: FeatureMatrix,
  binning: QuantileBinning,
): Promise<BinnedRows> {
  const { data, sampleCount: rowCount, featureCount } = matrix;
  return data instanceof Uint8Array
    ? binBytes(pool, region, matrix, data, binning)
    : binFloats(pool, region, { data, rowCount, featureCount }, binning);
}

async function binBytes(
  pool: WorkerPool,
  region: Region,
  { sampleCount: rowCount, featureCount, scaling }: FeatureMatrix,
  data: Uint8Array,
  { rows, maxBins, signal }: QuantileBinning,
): Promise<BinnedRows> {
  const pointer = await placeByteGroups(pool, region, data, rowCount, featureCount, signal);
  const counts = await countBytes(pool, pointer, rowCount, featureCount, rows);
  const ofBytes = Array.from({ length: featureCount }, (_, feature) => byteValues(scaling, feature));
  const edges = ofBytes.map((values, feature) => {
    const ofFeature = counts.subarray(feature * BYTE_VALUES, (feature + 1) * BYTE_VALUES);
    const present = Array.from(values.keys())
      .filter((byte) => ofFeature[byte]! > 0)
      .toSorted((a, b) => values[a]! - values[b]!);
    return binEdges(
      present.map((byte) => values[byte]!),
      present.map((byte) => ofFeature[byte]!),
      maxBins,
    );
  });
  const tables = ofBytes.map((values, feature) =>
    Uint8Array.from(values, (value) => edges[feature]!.filter((edge) => edge < value).length),
  );
  await mapBins(pool, pointer, rowCount, tables, signal);
  return quantileRows(rowCount, pointer, edges);
}

async function countBytes(
  pool: WorkerPool,
  bins: number,
  rowCount: number,
  featureCount: number,
  rows: Int32Array,
): Promise<Int32Array> {
  const groupCount = groupCountOf(featureCount);
  const length = groupCount * GROUP_FEATURES * BYTE_VALUES;
  const region = pool.region();
  try {
    const [rowPointer, counts] = [region.alloc(rows.byteLength), region.alloc(4 * length)];
    await pool.write(rowPointer, rows);
    const work = { total: groupCount, grain: 1 };
    await pool.submit([command('countBins', work, bins, rowCount, rowPointer, rows.length, counts)]);
    return await pool.read(Int32Array, counts, length);
  } finally {
    region.release();
  }
}

async function binFloats(
  pool: WorkerPool,
  region: Region,
  floats: FloatRows,
  { rows, maxBins, signal }: QuantileBinning,
): Promise<BinnedRows> {
  const checkpoint = createCheckpoint(signal);
  const edges: Float64Array[] = [];
  for (let feature = 0; feature < floats.featureCount; feature++) {
    await checkpoint();
    const { values, counts } = countDistinct(sortedColumn(floats, feature, rows));
    edges.push(binEdges(values, counts, maxBins));
  }
  const pointer = await placeFloats(pool, region, floats, { edges, layout: 'bins', signal });
  return quantileRows(floats.rowCount, pointer, edges);
}

/** Where bins end: between all values, or at quantiles, each in the middle of two neighbours. */
function binEdges(values: ArrayLike<number>, counts: ArrayLike<number>, maxBins: number): Float64Array {
  if (values.length <= maxBins)
    return Float64Array.from({ length: values.length - 1 }, (_, i) => (values[i]! + values[i + 1]!) / 2);
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
  let place = 0;
  let reached = counts[0]!;
  const valueAt = (rank: number) => {
    while (rank >= reached) reached += counts[++place]!;
    return values[place]!;
  };
  const quantiles = Array.from({ length: maxBins - 1 }, (_, i) => {
    const rank = ((i + 1) / maxBins) * (total - 1);
    return (valueAt(Math.floor(rank)) + valueAt(Math.ceil(rank))) / 2;
  });
  return Float64Array.from(new Set(quantiles));
}

function quantileRows(rowCount: number, pointer: number, edges: readonly Float64Array[]): BinnedRows {
  return {
    rowCount,
    featureCount: edges.length,
    groupCount: groupCountOf(edges.length),
    layout: 'bins',
    pointer,
    binCounts: Int32Array.from(edges, ({ length }) => length + 1),
    thresholdBetween: (feature, leftBin) => edges[feature]![leftBin]!,
  };
}
