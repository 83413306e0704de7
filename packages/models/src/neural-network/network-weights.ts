import type { Rng } from '@fashion-mnist/core';
import type { Activation } from './mlp-options.ts';

/** What one layer multiplies by and adds. */
interface LayerWeights {
  readonly inputCount: number;
  readonly outputCount: number;
  /** Shape `[inputCount, outputCount]`. */
  readonly coef: Float32Array;
  /** Shape `[outputCount]`. */
  readonly intercept: Float32Array;
}

/** From the features to the scores, layer by layer. */
export type NetworkWeights = readonly LayerWeights[];

/** Units of every layer, from the features to the scores: one score for up to two classes, else one for each. */
export function layerSizes(featureCount: number, hidden: readonly number[], classCount: number): number[] {
  return [featureCount, ...hidden, classCount > 2 ? classCount : 1];
}

/** @see Glorot & Bengio 2010, equation 16; the factor for the logistic function and drawn intercepts are scikit-learn's */
export function glorotWeights(rng: Rng, sizes: readonly number[], activation: Activation): NetworkWeights {
  const factor = activation === 'logistic' ? 2 : 6;
  return sizes.slice(1).map((outputCount, index) => {
    const inputCount = sizes[index]!;
    const bound = Math.sqrt(factor / (inputCount + outputCount));
    const draw = (length: number) => Float32Array.from({ length }, () => bound * (2 * rng.nextFloat() - 1));
    return {
      inputCount,
      outputCount,
      coef: draw(inputCount * outputCount),
      intercept: draw(outputCount),
    };
  });
}

export function areFinite(weights: NetworkWeights): boolean {
  return weights.every(
    ({ coef, intercept }) => coef.every(Number.isFinite) && intercept.every(Number.isFinite),
  );
}
