import { createCheckpoint } from '@fashion-mnist/core';
import type { Region, WorkerPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';
import { type BinnedRows, groupCountOf, mapBins, placeByteGroups } from './binned-rows.ts';
import { BYTE_VALUES, byteValues } from './byte-values.ts';
import { countDistinct, type FloatRows, placeFloats, sortedColumn } from './float-columns.ts';

/** A bin for every different value of a feature, so that splits are those of the values themselves. */
export async function binExactly(
  pool: WorkerPool,
  region: Region,
  matrix: FeatureMatrix,
  signal: AbortSignal | undefined,
): Promise<BinnedRows> {
  const { data, sampleCount: rowCount, featureCount } = matrix;
  return data instanceof Uint8Array
    ? binBytes(pool, region, matrix, data, signal)
    : binFloats(pool, region, { data, rowCount, featureCount }, signal);
}

async function binBytes(
  pool: WorkerPool,
  region: Region,
  { sampleCount: rowCount, featureCount, scaling }: FeatureMatrix,
  data: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<BinnedRows> {
  const pointer = await placeByteGroups(pool, region, data, rowCount, featureCount, signal);
  const ofBytes = Array.from({ length: featureCount }, (_, feature) => byteValues(scaling, feature));
  const isAscending = ofBytes.every((values) =>
    values.every((value, i) => i === 0 || value > values[i - 1]!),
  );
  if (isAscending) return exactRows(rowCount, 'bins', pointer, ofBytes);
  const distinct = ofBytes.map((values) => countDistinct(values.toSorted()).values);
  const tables = ofBytes.map((values, feature) => {
    const ranks = new Map(Array.from(distinct[feature]!, (value, rank) => [value, rank]));
    return Uint8Array.from(values, (value) => ranks.get(value)!);
  });
  await mapBins(pool, pointer, rowCount, tables, signal);
  return exactRows(rowCount, 'bins', pointer, distinct);
}

async function binFloats(
  pool: WorkerPool,
  region: Region,
  rows: FloatRows,
  signal: AbortSignal | undefined,
): Promise<BinnedRows> {
  const checkpoint = createCheckpoint(signal);
  const all = Int32Array.from({ length: rows.rowCount }, (_, row) => row);
  const distinct: Float64Array[] = [];
  for (let feature = 0; feature < rows.featureCount; feature++) {
    await checkpoint();
    distinct.push(countDistinct(sortedColumn(rows, feature, all)).values);
  }
  const layout = distinct.every(({ length }) => length <= BYTE_VALUES) ? 'bins' : 'ranks';
  const lowerValues = distinct.map((values) => values.subarray(0, -1));
  const pointer = await placeFloats(pool, region, rows, { edges: lowerValues, layout, signal });
  return exactRows(rows.rowCount, layout, pointer, distinct);
}

function exactRows(
  rowCount: number,
  layout: BinnedRows['layout'],
  pointer: number,
  values: readonly Float64Array[],
): BinnedRows {
  return {
    rowCount,
    featureCount: values.length,
    groupCount: groupCountOf(values.length),
    layout,
    pointer,
    binCounts: Int32Array.from(values, ({ length }) => length),
    thresholdBetween(feature, leftBin, rightBin) {
      const ofFeature = values[feature]!;
      const middle = ofFeature[leftBin]! / 2 + ofFeature[rightBin]! / 2;
      return middle === ofFeature[rightBin] ? ofFeature[leftBin]! : middle;
    },
  };
}
