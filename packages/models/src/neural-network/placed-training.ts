import type { Command, Region, WorkerPool } from '@fashion-mnist/kernels';
import type { Options } from './mlp-options.ts';
import { layerSizes } from './network-weights.ts';
import { type BatchRows, PlacedNetwork } from './placed-network.ts';
import { type PlacedRows, placeable, roomForRows, writeRows } from './placed-rows.ts';
import type { TrainingData } from './training.ts';

/** A network and what it learns from, in the memory of a pool; pointers to one element for each sample. */
export interface PlacedTraining {
  readonly network: PlacedNetwork;
  readonly rows: PlacedRows;
  /** Class of each sample, int32. */
  readonly codes: number;
  /** Room for the samples in the order in which they are taken, int32. */
  readonly order: number;
  /** Room for their losses in that order, float32. */
  readonly losses: number;
  /** Pointer to what the inputs count as less by; 0 for nothing. */
  readonly centre: number;
  /** The most rows of a batch. */
  readonly batchRows: number;
}

export async function placeTraining(
  pool: WorkerPool,
  region: Region,
  { matrix: features, codes, classCount }: TrainingData,
  { hiddenLayerSizes, activation }: Pick<Options, 'hiddenLayerSizes' | 'activation'>,
  batchRows: number,
): Promise<PlacedTraining> {
  const { sampleCount, featureCount } = features;
  const sizes = layerSizes(featureCount, hiddenLayerSizes, classCount);
  const network = await PlacedNetwork.place(pool, region, sizes, activation, batchRows);
  const matrix = placeable(features, sizes);
  const rows = await roomForRows(pool, region, matrix, sampleCount);
  await writeRows(pool, rows, matrix, 0, sampleCount);
  const placed = {
    network,
    rows,
    codes: region.alloc(sampleCount * 4),
    order: region.alloc(sampleCount * 4),
    losses: region.alloc(sampleCount * 4),
    centre: rows.scaling?.centre ?? 0,
    batchRows,
  };
  await pool.write(placed.codes, codes);
  return placed;
}

/** The batches of as many samples as there are in order; the last one may be smaller. */
export function batchesOf({ order, batchRows }: PlacedTraining, sampleCount: number): BatchRows[] {
  return Array.from({ length: Math.ceil(sampleCount / batchRows) }, (_, batch) => {
    const start = batch * batchRows;
    return { order: order + 4 * start, count: Math.min(batchRows, sampleCount - start) };
  });
}

/** From the samples of a batch to their losses, and the derivatives of these in all layers. */
export function differentiate(
  { network, rows, codes, order, losses }: PlacedTraining,
  batch: BatchRows,
): Command[] {
  return [...network.forward(rows, batch), network.backward(codes, batch, losses + batch.order - order)];
}
