/**
 * Batch normalisation of rows of channels. What lies between the steps has room for whole vectors of channels: two rows
 * of float32 for each part of the rows, three of coefficients.
 */
export interface NormalizationFunctions {
  /** Of each part, the means of channels and the sums of squared distances from them. Items are parts. */
  momentsOfParts(
    x: number,
    partials: number,
    rows: number,
    rowsPerPart: number,
    channels: number,
    begin: number,
    end: number,
  ): void;
  /** Mean and biased variance. Items are channels. */
  momentsOfChannels(
    partials: number,
    mean: number,
    variance: number,
    rows: number,
    rowsPerPart: number,
    channels: number,
    begin: number,
    end: number,
  ): void;
  /** `scale / sqrt(variance + epsilon)`. Items are channels. */
  normalizationFactors(
    scale: number,
    variance: number,
    epsilon: number,
    factors: number,
    begin: number,
    end: number,
  ): void;
  /** `y = (x - mean) * factors + offset`, and at least 0 if `isRelu`. Items are rows. */
  normalize(
    x: number,
    y: number,
    mean: number,
    factors: number,
    offset: number,
    channels: number,
    isRelu: number,
    begin: number,
    end: number,
  ): void;
  /** Of each part, the sums of `g` and of `g * (x - mean)`; `g` is `dy`, if `isRelu` only where `y > 0`. Items are parts. */
  normalizationSums(
    dy: number,
    x: number,
    y: number,
    mean: number,
    partials: number,
    rows: number,
    rowsPerPart: number,
    channels: number,
    isRelu: number,
    begin: number,
    end: number,
  ): void;
  /** Gradients of scale and offset, and coefficients for the gradient of `x`. Items are channels. */
  normalizationSlopes(
    partials: number,
    variance: number,
    scale: number,
    dScale: number,
    dOffset: number,
    coefficients: number,
    epsilon: number,
    rows: number,
    parts: number,
    channels: number,
    begin: number,
    end: number,
  ): void;
  /** The gradient of `x`. Items are rows. */
  normalizationGradient(
    dy: number,
    x: number,
    y: number,
    mean: number,
    coefficients: number,
    dx: number,
    channels: number,
    isRelu: number,
    begin: number,
    end: number,
  ): void;
}

export const NORMALIZATION_FUNCTIONS: readonly (keyof NormalizationFunctions)[] = [
  'momentsOfParts',
  'momentsOfChannels',
  'normalizationFactors',
  'normalize',
  'normalizationSums',
  'normalizationSlopes',
  'normalizationGradient',
];
