/** `P(first class) = 1 / (1 + exp(slope * decision + offset))`. */
export interface PlattSigmoid {
  readonly slope: number;
  readonly offset: number;
}

const MOST_STEPS = 100;
const LEAST_STEP = 1e-10;
const RIDGE = 1e-12;
const GRADIENT_LIMIT = 1e-5;
const SUFFICIENT_DECREASE = 1e-4;

/**
 * The sigmoid that makes decisions probabilities, of greatest likelihood under Platt's smoothed targets: Newton's
 * method with backtracking.
 *
 * @param isFirst - Whether a decision is about a sample of the first class.
 * @see Lin, Lin & Weng 2007, "A note on Platt's probabilistic outputs for support vector machines", appendix.
 */
export function fitSigmoid(decisions: Float64Array, isFirst: readonly boolean[]): PlattSigmoid {
  const firstCount = isFirst.filter(Boolean).length;
  const secondCount = isFirst.length - firstCount;
  const [high, low] = [(firstCount + 1) / (firstCount + 2), 1 / (secondCount + 2)];
  const targets = Float64Array.from(isFirst, (first) => (first ? high : low));
  const lossOf = ({ slope, offset }: PlattSigmoid) =>
    decisions.reduce((sum, decision, i) => {
      const x = decision * slope + offset;
      return sum + (x >= 0 ? targets[i]! * x : (targets[i]! - 1) * x) + Math.log1p(Math.exp(-Math.abs(x)));
    }, 0);

  let sigmoid: PlattSigmoid = { slope: 0, offset: Math.log((secondCount + 1) / (firstCount + 1)) };
  let loss = lossOf(sigmoid);
  for (let count = 0; count < MOST_STEPS; count++) {
    const { gradient, step } = newtonStep(sigmoid, decisions, targets);
    if (Math.max(Math.abs(gradient.slope), Math.abs(gradient.offset)) < GRADIENT_LIMIT) break;
    const descent = gradient.slope * step.slope + gradient.offset * step.offset;
    let length = 1;
    for (; length >= LEAST_STEP; length /= 2) {
      const next = {
        slope: sigmoid.slope + length * step.slope,
        offset: sigmoid.offset + length * step.offset,
      };
      const nextLoss = lossOf(next);
      if (nextLoss >= loss + SUFFICIENT_DECREASE * length * descent) continue;
      [sigmoid, loss] = [next, nextLoss];
      break;
    }
    if (length < LEAST_STEP) break;
  }
  return sigmoid;
}

export function sigmoidAt({ slope, offset }: PlattSigmoid, decision: number): number {
  return 1 / (1 + Math.exp(decision * slope + offset));
}

function newtonStep(
  sigmoid: PlattSigmoid,
  decisions: Float64Array,
  targets: Float64Array,
): { gradient: PlattSigmoid; step: PlattSigmoid } {
  let [h11, h22, h21, slope, offset] = [RIDGE, RIDGE, 0, 0, 0];
  decisions.forEach((decision, i) => {
    const p = sigmoidAt(sigmoid, decision);
    const weight = p * (1 - p);
    const error = targets[i]! - p;
    h11 += decision * decision * weight;
    h22 += weight;
    h21 += decision * weight;
    slope += decision * error;
    offset += error;
  });
  const determinant = h11 * h22 - h21 * h21;
  return {
    gradient: { slope, offset },
    step: {
      slope: -(h22 * slope - h21 * offset) / determinant,
      offset: -(h11 * offset - h21 * slope) / determinant,
    },
  };
}
