import { command, type WorkerPool } from '@fashion-mnist/kernels';

/** Where a loss reads and writes, and how much. */
interface LossArrays {
  /** `Float64Array` `[treeCount, rowCount]`, as are gradients and curvatures. */
  readonly scores: number;
  readonly gradients: number;
  readonly curvatures: number;
  /** `Float64Array` `[rowCount]`. */
  readonly losses: number;
  readonly rowCount: number;
  readonly treeCount: number;
  readonly codes: Int32Array;
  /** The codes in the pool. */
  readonly codePointer: number;
}

/** What is made small, round by round. */
export interface BoostingLoss {
  /** What scikit-learn's GradientBoostingClassifier reports of it: of two classes twice the logarithmic loss. */
  readonly reportedTimes: number;
  /** Of two classes: whether a score of 0 is the second one's, as in scikit-learn. */
  readonly tieGoesToSecond: boolean;
  /** Writes losses of rows, their negative gradients and curvatures. No gradient exceeds its row's loss. */
  differentiate(pool: WorkerPool, arrays: LossArrays, signal: AbortSignal | undefined): Promise<void>;
  /** The probabilities of a row; of two classes there is one score, and two probabilities. */
  probabilities(scores: Float64Array): Float64Array;
}

const ROW_GRAIN = 1024;

export const softmaxLoss: BoostingLoss = {
  reportedTimes: 1,
  tieGoesToSecond: false,
  async differentiate(pool, { scores, rowCount, treeCount, codePointer, ...written }, signal) {
    const { gradients, curvatures, losses } = written;
    const rows = { total: rowCount, grain: ROW_GRAIN };
    const args = [scores, rowCount, treeCount, codePointer, gradients, curvatures, losses] as const;
    await pool.submit([command('softmaxGradients', rows, ...args)], { signal });
  },
  probabilities(scores) {
    const largest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
    const exponentials = scores.map((score) => Math.exp(score - largest));
    const sum = exponentials.reduce((total, value) => total + value, 0);
    return exponentials.map((value) => value / sum);
  },
};

export const logisticLoss: BoostingLoss = {
  reportedTimes: 2,
  tieGoesToSecond: false,
  differentiate: (pool, arrays, signal) =>
    differentiateRows(pool, arrays, signal, (score, isSecond) => {
      const probability = sigmoid(score);
      return {
        loss: Math.max(isSecond ? -score : score, 0) + Math.log1p(Math.exp(-Math.abs(score))),
        gradient: (isSecond ? 1 : 0) - probability,
        curvature: probability * (1 - probability),
      };
    }),
  probabilities: ([score = 0]) => pair(sigmoid(score)),
};

export const exponentialLoss: BoostingLoss = {
  reportedTimes: 1,
  tieGoesToSecond: true,
  differentiate: (pool, arrays, signal) =>
    differentiateRows(pool, arrays, signal, (score, isSecond) => {
      const loss = Math.exp(isSecond ? -score : score);
      return { loss, gradient: isSecond ? loss : -loss, curvature: loss };
    }),
  probabilities: ([score = 0]) => pair(sigmoid(2 * score)),
};

interface RowDerivatives {
  readonly loss: number;
  readonly gradient: number;
  readonly curvature: number;
}

/** One score a row takes this thread less time than it takes to ask others. */
async function differentiateRows(
  pool: WorkerPool,
  { scores, gradients, curvatures, losses, rowCount, codes }: LossArrays,
  signal: AbortSignal | undefined,
  derive: (score: number, isSecond: boolean) => RowDerivatives,
): Promise<void> {
  signal?.throwIfAborted();
  const ofRows = await pool.read(Float64Array, scores, rowCount);
  const [gradientOf, curvatureOf, lossOf] = [ofRows.slice(), ofRows.slice(), ofRows.slice()];
  for (let row = 0; row < rowCount; row++) {
    const { loss, gradient, curvature } = derive(ofRows[row]!, codes[row] === 1);
    lossOf[row] = loss;
    gradientOf[row] = gradient;
    curvatureOf[row] = curvature;
  }
  await pool.write(gradients, gradientOf);
  await pool.write(curvatures, curvatureOf);
  await pool.write(losses, lossOf);
}

function sigmoid(score: number): number {
  const small = Math.exp(-Math.abs(score));
  return (score >= 0 ? 1 : small) / (1 + small);
}

function pair(second: number): Float64Array {
  return Float64Array.of(1 - second, second);
}
