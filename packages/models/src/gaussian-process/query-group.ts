import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { BinaryModel } from './binary-model.ts';
import { factorise, pieces } from './factorise.ts';
import { logisticIntegral } from './logistic-integral.ts';
import { QUERY_ROWS, queriesAtOnce } from './memory-limit.ts';
import { covariancesOf, distancesTo, placeDistances, placeSamples, type Samples } from './placed-samples.ts';

/** What a model says of new samples. */
export interface Answers {
  /** Latent values; above 0 for the second side. */
  readonly means: Float64Array;
  /** Probabilities of the second side; zeros when they were not asked for. */
  readonly probabilities: Float64Array;
}

/** Whether to ask for the latent values only. */
export type Question = 'means' | 'probabilities';

const VARIANCES_PER_PIECE = 4;

/**
 * What models that have learned from the same samples say of new ones.
 *
 * @see Rasmussen & Williams 2006, algorithm 3.2
 */
export async function queryGroup(
  pool: WorkerPool,
  samples: Samples,
  models: readonly BinaryModel[],
  queries: Samples,
  question: Question,
  signal: AbortSignal | undefined,
): Promise<Answers[]> {
  const answers = models.map(() => ({
    means: new Float64Array(queries.count),
    probabilities: new Float64Array(queries.count),
  }));
  const region = pool.region();
  try {
    const own = question === 'probabilities' ? await placeDistances(pool, region, samples, signal) : 0;
    const rowsAtOnce = Math.min(queriesAtOnce(samples.count), queries.count);
    const size = samples.count;
    const query = { pool, question, signal, size, ...placesFor(region, size, rowsAtOnce, question) };
    for (let start = 0; start < queries.count; start += rowsAtOnce) {
      const end = Math.min(start + rowsAtOnce, queries.count);
      await placeQueries(query, samples, queries, start, end);
      for (const [index, model] of models.entries()) {
        await pool.write(query.residuals, model.residuals);
        await pool.write(query.roots, model.roots);
        if (question === 'probabilities') await pool.submit(refactorise(query, own, model), { signal });
        await answer(query, model, start, end, answers[index]!);
      }
    }
  } finally {
    region.release();
  }
  return answers;
}

/** Room for a model, and for new samples. */
interface QueryPlaces {
  readonly residuals: number;
  readonly roots: number;
  readonly pivots: number;
  /** Covariances of the samples that were learned from. */
  readonly own: number;
  readonly factor: number;
  /** Squared, of the new samples to the others. */
  readonly distances: number;
  /** Of a block of the new samples. */
  readonly covariances: number;
  readonly means: number;
  readonly variances: number;
}

function placesFor(region: Region, size: number, rowCount: number, question: Question): QueryPlaces {
  const vector = () => region.alloc(size * 8);
  const matrix = () => (question === 'probabilities' ? region.alloc(size ** 2 * 8) : 0);
  return {
    residuals: vector(),
    roots: vector(),
    pivots: vector(),
    own: matrix(),
    factor: matrix(),
    distances: region.alloc(rowCount * size * 8),
    covariances: region.alloc(QUERY_ROWS * size * 8),
    means: region.alloc(QUERY_ROWS * 8),
    variances: region.alloc(QUERY_ROWS * 8),
  };
}

interface Query extends QueryPlaces {
  readonly pool: WorkerPool;
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
  /** Samples that were learned from. */
  readonly size: number;
}

/** Squared distances of new samples to those that were learned from. */
async function placeQueries(
  { pool, signal, distances }: Query,
  samples: Samples,
  { data, width }: Samples,
  start: number,
  end: number,
): Promise<void> {
  const region = pool.region();
  try {
    const placed = await placeSamples(pool, region, samples);
    const rows = region.alloc((end - start) * width * 4);
    await pool.write(rows, data.subarray(start * width, end * width));
    await pool.submit([distancesTo(placed, rows, end - start, distances)], { signal });
  } finally {
    region.release();
  }
}

/** The factor as it was when the model was learned. */
function refactorise(
  { own: covariances, roots, factor, pivots, size }: Query,
  distances: number,
  { kernel }: BinaryModel,
): Command[] {
  return [
    covariancesOf(distances, size ** 2, kernel, covariances),
    ...factorise({ covariances, roots, factor, pivots }, size),
  ];
}

/** Fills in what a model says of the new samples `start..end`. */
async function answer(
  query: Query,
  { kernel }: BinaryModel,
  start: number,
  end: number,
  { means, probabilities }: Answers,
): Promise<void> {
  const { pool, question, signal, size, residuals, roots, factor, covariances } = query;
  for (let first = start; first < end; first += QUERY_ROWS) {
    const count = Math.min(QUERY_ROWS, end - first);
    const distances = query.distances + (first - start) * size * 8;
    const commands = [
      covariancesOf(distances, count * size, kernel, covariances),
      command('gpMultiply', pieces(count), covariances, size, residuals, query.means),
    ];
    if (question === 'probabilities') {
      const work = { total: count, grain: VARIANCES_PER_PIECE };
      const tail = [roots, covariances, kernel.constant, query.variances] as const;
      commands.push(command('gpVariances', work, factor, size, ...tail));
    }
    await pool.submit(commands, { signal });
    means.set(await pool.read(Float64Array, query.means, count), first);
    if (question === 'means') continue;
    const variances = await pool.read(Float64Array, query.variances, count);
    for (let i = 0; i < count; i++)
      probabilities[first + i] = logisticIntegral(means[first + i]!, variances[i]!);
  }
}
