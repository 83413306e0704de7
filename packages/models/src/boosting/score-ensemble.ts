import { type ComputeRun, command, type Region, type WorkerPool, withPool } from '@fashion-mnist/kernels';
import { type FeatureMatrix, floatFeatures } from '../samples/features.ts';
import { BYTE_VALUES, byteValues } from './byte-values.ts';
import { packNodes } from './packed-nodes.ts';
import { roundCountOf, type TreeEnsemble } from './tree-ensemble.ts';

/** Rows whose features are in the pool's memory at a time. */
const CHUNK_ROWS = 4096;
const ROW_GRAIN = 128;
const STEPS_PER_TREE = 32;

/** An ensemble, and the scores that its trees are added to. */
export interface ScoredEnsemble {
  readonly ensemble: TreeEnsemble;
  /** One per class, or one of two classes. */
  readonly initialScores: Float64Array;
}

/** Scores of rows, `[sampleCount, initialScores.length]`. */
export async function scoreRows(
  { ensemble, initialScores }: ScoredEnsemble,
  matrix: FeatureMatrix,
  run: ComputeRun,
): Promise<Float64Array> {
  const { sampleCount } = matrix;
  const width = initialScores.length;
  const scores = new Float64Array(sampleCount * width);
  const steps = sampleCount * ensemble.roots.length * STEPS_PER_TREE;
  await withPool(run, steps, async (pool) => {
    const region = pool.region();
    try {
      const placed = await placeEnsemble(pool, region, ensemble, matrix, CHUNK_ROWS, width);
      for (let start = 0; start < sampleCount; start += CHUNK_ROWS) {
        const count = Math.min(CHUNK_ROWS, sampleCount - start);
        await placed.load(start, count, initialScores);
        await placed.add(0, roundCountOf(ensemble), run.signal);
        scores.set(await placed.scores(), start * width);
      }
    } finally {
      region.release();
    }
  });
  return scores;
}

/** Scores of all rows after each round, each `[sampleCount, initialScores.length]`. */
export async function* stagedScores(
  { ensemble, initialScores }: ScoredEnsemble,
  matrix: FeatureMatrix,
  pool: WorkerPool,
  signal: AbortSignal | undefined,
): AsyncGenerator<Float64Array> {
  const region = pool.region();
  try {
    const { sampleCount } = matrix;
    const placed = await placeEnsemble(pool, region, ensemble, matrix, sampleCount, initialScores.length);
    await placed.load(0, sampleCount, initialScores);
    for (let round = 0; round < roundCountOf(ensemble); round++) {
      await placed.add(round, round + 1, signal);
      yield await placed.scores();
    }
  } finally {
    region.release();
  }
}

interface PlacedEnsemble {
  /** Copies rows in, and begins their scores. */
  load(start: number, count: number, initialScores: Float64Array): Promise<void>;
  /** Adds the trees of some rounds. */
  add(firstRound: number, endRound: number, signal: AbortSignal | undefined): Promise<void>;
  scores(): Promise<Float64Array>;
}

async function placeEnsemble(
  pool: WorkerPool,
  region: Region,
  ensemble: TreeEnsemble,
  matrix: FeatureMatrix,
  capacity: number,
  width: number,
): Promise<PlacedEnsemble> {
  const { featureCount, scaling } = matrix;
  const data = readsBytes(matrix) ? matrix.data : floatFeatures(matrix);
  const valueBytes = data.BYTES_PER_ELEMENT;
  const nodes = packNodes(
    ensemble,
    (feature) => feature * valueBytes,
    data instanceof Uint8Array ? byteCuts(scaling) : (threshold) => threshold,
  );
  const rows = Math.min(capacity, matrix.sampleCount);
  const rowPointer = region.alloc(rows * featureCount * valueBytes);
  const scorePointer = region.alloc(8 * rows * width);
  const [nodePointer, rootPointer] = [
    region.alloc(nodes.byteLength),
    region.alloc(ensemble.roots.byteLength),
  ];
  await pool.write(nodePointer, nodes);
  await pool.write(rootPointer, ensemble.roots);
  let count = 0;

  return {
    async load(start, rowCount, initialScores) {
      count = rowCount;
      await pool.write(rowPointer, data.subarray(start * featureCount, (start + count) * featureCount));
      const initial = new Float64Array(count * width);
      for (const [k, score] of initialScores.entries()) initial.fill(score, k * count, (k + 1) * count);
      await pool.write(scorePointer, initial);
    },
    async add(firstRound, endRound, signal) {
      await pool.submit(
        [
          command(
            data instanceof Uint8Array ? 'addByteTrees' : 'addFloatTrees',
            { total: count, grain: ROW_GRAIN },
            rowPointer,
            featureCount * valueBytes,
            nodePointer,
            rootPointer + 4 * firstRound * width,
            (endRound - firstRound) * width,
            width,
            scorePointer,
            count,
          ),
        ],
        { signal },
      );
    },
    scores: async () => transposed(await pool.read(Float64Array, scorePointer, count * width), count, width),
  };
}

/** Whether bytes are in the order of the values they stand for. */
function readsBytes({ data, scaling }: FeatureMatrix): boolean {
  return data instanceof Uint8Array && (scaling?.scale.every((scale) => scale > 0) ?? true);
}

/** The highest byte of a feature whose value is not above a threshold, or -1. */
function byteCuts(scaling: FeatureMatrix['scaling']): (threshold: number, feature: number) => number {
  const valuesOf = new Map<number, Float64Array>();
  return (threshold, feature) => {
    const values = valuesOf.get(feature) ?? byteValues(scaling, feature);
    valuesOf.set(feature, values);
    let low = 0;
    let high = BYTE_VALUES;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[middle]! <= threshold) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}

function transposed(scores: Float64Array, rowCount: number, width: number): Float64Array {
  const rows = new Float64Array(scores.length);
  for (let k = 0; k < width; k++)
    for (let row = 0; row < rowCount; row++) rows[row * width + k] = scores[k * rowCount + row]!;
  return rows;
}
