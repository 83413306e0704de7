import { command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { ModelsError } from '../errors.ts';
import type { OnlineFit } from './online-fit.ts';
import { placed } from './placed-features.ts';
import type { PlacedLearner } from './placed-learner.ts';
import { prepareInChunks } from './prepared-rows.ts';
import type { ProblemStates } from './problem-states.ts';

/** Judges problems by samples that they do not learn from. */
export interface Validation {
  /** Share of the weight of these samples that each listed problem decides rightly. */
  accuracies(active: readonly number[], states: ProblemStates): Promise<number[]>;
}

const ROWS_PER_PIECE = 64;

/** @throws {ModelsError} `E_OPTION` - none of the samples has weight. */
export async function createValidation(
  pool: WorkerPool,
  region: Region,
  learner: PlacedLearner,
  { estimator, labels, sampleWeights }: OnlineFit,
  samples: Int32Array,
): Promise<Validation> {
  const order = await placed(pool, region, samples);
  const products = region.alloc(samples.length * learner.problemCount * 4);
  const codes = samples.map((sample) => labels.codes[sample]!);
  const weights = Float64Array.from(samples, (sample) => sampleWeights?.[sample] ?? 1);
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  if (totalWeight === 0)
    throw new ModelsError(
      'E_OPTION',
      `${estimator}.earlyStopping: expected weights above 0 for validation, got 0 only; another seed may help`,
    );

  const chunks = prepareInChunks(region, learner.samples, order, samples.length);
  return {
    async accuracies(active, states) {
      const commands = chunks.flatMap(({ prepare, rows, first, count }) => {
        const to = products + 4 * first * active.length;
        const listed = [learner.problems, active.length, learner.weights, to] as const;
        const work = { total: count, grain: ROWS_PER_PIECE };
        return [prepare, command('projectOnProblems', work, rows, learner.width, ...listed)];
      });
      await pool.submit(commands);
      const values = await pool.read(Float32Array, products, samples.length * active.length);
      return active.map((problem, column) => {
        const [scale, intercept] = [states.get(problem, 'scale'), states.get(problem, 'intercept')];
        const positiveCode = states.get(problem, 'positiveCode');
        let right = 0;
        for (let row = 0; row < codes.length; row++) {
          const decision = values[row * active.length + column]! * scale + intercept;
          if (decision > 0 === (codes[row] === positiveCode)) right += weights[row]!;
        }
        return right / totalWeight;
      });
    },
  };
}
