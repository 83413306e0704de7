import { command, LINEAR_LOSSES, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { ModelsError } from '../../errors.ts';
import type { LinearLossName, LinearOutputs, LinearProblem, LossOfOutputs } from './linear-problem.ts';
import { type PlacedSamples, paddedRows, placeSamples, strideOf, unpaddedRows } from './placed-samples.ts';

/** Losses of linear outputs on samples in the memory of a pool. */
export interface LinearLoss {
  /** Computes in one pass over the samples; the same bytes on any number of threads. */
  evaluate(outputs: LinearOutputs, signal?: AbortSignal): Promise<LossOfOutputs>;
}

/** Rows that a thread keeps in its cache between the products with the weights and with the slopes. */
const BLOCK_ROWS = 16;
const SCRATCH_FLOATS = 2 ** 17;
/** As many rows as float32 sums are good for. */
const PIECE_ROWS = 2000;
/** Enough for threads to share evenly, also where there are few samples. */
const PIECES = 16;
/** Pieces are longer where their gradients would take more. */
const GRADIENT_BYTES = 2 ** 26;
const VECTORS_PER_GRAIN = 512;
/** The intercept of lanes that are no outputs. */
const NEVER = -1e30;

/**
 * Places samples in a pool.
 *
 * @param region - Holds them until it is released.
 * @param mostOutputs - At a time.
 * @throws {ModelsError} `E_MEMORY` - more outputs than a thread's scratch has room for.
 */
export async function placeLinearLoss(
  pool: WorkerPool,
  region: Region,
  problem: LinearProblem,
  loss: LinearLossName,
  mostOutputs: number,
): Promise<LinearLoss> {
  const { codes, matrix, sideWeights } = problem;
  const samples = await placeSamples(pool, region, matrix);
  const pieceRows = pieceRowsFor(codes.length, mostOutputs * strideOf(matrix.featureCount) * 4);
  const blockRows = blockRowsFor(samples, mostOutputs);
  const pieceCount = Math.ceil(codes.length / pieceRows);
  const at = allocate(region, problem, mostOutputs, pieceCount);
  await pool.write(at.codes, codes);
  await pool.write(
    at.sampleWeights,
    Float32Array.from(codes, (_, i) => problem.weights?.[i] ?? 1),
  );

  return {
    async evaluate(outputs, signal) {
      const { classes, coef, intercept } = outputs;
      const lanes = lanesFor(classes.length);
      const gradientLength = classes.length * strideOf(matrix.featureCount);
      await pool.write(at.coef, paddedRows(coef, matrix.featureCount));
      await pool.write(
        at.intercept,
        Float32Array.from({ length: lanes }, (_, i) => intercept[i] ?? NEVER),
      );
      await pool.write(
        at.classes,
        Int32Array.from({ length: lanes }, (_, i) => classes[i] ?? -1),
      );
      await pool.write(at.sideWeights, sidesOf(classes, lanes, sideWeights));
      const targets = [at.codes, at.sampleWeights, at.sideWeights, LINEAR_LOSSES.indexOf(loss)] as const;
      const model = [at.coef, at.intercept, at.classes, classes.length] as const;
      const sums = [pieceRows, blockRows, at.gradients, at.tails] as const;
      const vectors = { total: gradientLength / 4, grain: VECTORS_PER_GRAIN };
      await pool.submit(
        [
          samples.lossPass({ total: pieceCount, grain: 1 }, [...targets, ...model, ...sums]),
          command('sumParts', vectors, at.gradients, pieceCount, gradientLength, at.sums),
        ],
        { signal },
      );
      const tail = sumOfTails(await pool.read(Float64Array, at.tails, 2 * lanes * pieceCount), 2 * lanes);
      const gradient = await pool.read(Float64Array, at.sums, gradientLength);
      return {
        losses: tail.slice(lanes, lanes + classes.length),
        coefGradient: unpaddedRows(gradient, matrix.featureCount),
        interceptGradient: tail.slice(0, classes.length),
      };
    },
  };
}

function pieceRowsFor(sampleCount: number, gradientBytes: number): number {
  const evenly = BLOCK_ROWS * Math.ceil(sampleCount / (BLOCK_ROWS * PIECES));
  const fewest = Math.ceil((sampleCount * gradientBytes) / GRADIENT_BYTES);
  return Math.max(Math.min(evenly, PIECE_ROWS), fewest);
}

function blockRowsFor({ floatsPerRow }: PlacedSamples, outputCount: number): number {
  const fitting = Math.floor(SCRATCH_FLOATS / (floatsPerRow + lanesFor(outputCount)));
  if (fitting < 2)
    throw new ModelsError(
      'E_MEMORY',
      `expected at most ${SCRATCH_FLOATS / 2 - floatsPerRow} classes of so many features, got ${outputCount}`,
    );
  return Math.min(BLOCK_ROWS, fitting - (fitting % 2));
}

function allocate(region: Region, { matrix, codes }: LinearProblem, outputCount: number, pieceCount: number) {
  const lanes = lanesFor(outputCount);
  const gradientLength = outputCount * strideOf(matrix.featureCount);
  return {
    codes: region.alloc(codes.length * 4),
    sampleWeights: region.alloc(codes.length * 4),
    sideWeights: region.alloc(2 * lanes * 4),
    coef: region.alloc(gradientLength * 4),
    intercept: region.alloc(lanes * 4),
    classes: region.alloc(lanes * 4),
    gradients: region.alloc(pieceCount * gradientLength * 4),
    tails: region.alloc(pieceCount * 2 * lanes * 8),
    sums: region.alloc(gradientLength * 8),
  };
}

function lanesFor(outputCount: number): number {
  return 4 * Math.ceil(outputCount / 4);
}

/** Shape `[2, lanes]`, as the kernels take it. */
function sidesOf(
  classes: readonly number[],
  lanes: number,
  sideWeights: Float64Array | undefined,
): Float32Array {
  return Float32Array.from({ length: 2 * lanes }, (_, i) => {
    const side = i < lanes ? 0 : 1;
    const code = classes[i % lanes];
    return code === undefined ? 0 : (sideWeights?.[2 * code + side] ?? 1);
  });
}

function sumOfTails(tails: Float64Array, length: number): Float64Array {
  const sum = new Float64Array(length);
  for (let i = 0; i < tails.length; i++) sum[i % length]! += tails[i]!;
  return sum;
}
