/**
 * How a parameter begins, as JSON can say it. Fans are counted as usual: a kernel `[...window, in, out]` has a fan-in of
 * `window * in` and a fan-out of `window * out`.
 */
export type Initializer =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'normal'; readonly deviation: number }
  /** A normal distribution cut off at two deviations. */
  | { readonly kind: 'truncated-normal'; readonly deviation: number }
  /** Between `-limit` and `limit`. */
  | { readonly kind: 'uniform'; readonly limit: number }
  /** With a variance of `scale / fan`. */
  | {
      readonly kind: 'variance-scaling';
      readonly scale: number;
      readonly fan: 'in' | 'out' | 'average';
      readonly distribution: 'normal' | 'truncated-normal' | 'uniform';
    }
  /** A matrix with orthonormal rows or columns, whichever are fewer, times `gain`. */
  | { readonly kind: 'orthogonal'; readonly gain: number };

/**
 * For kernels before ReLU and its like: a variance of 2 / fan-in.
 *
 * @see He, Zhang, Ren & Sun 2015, "Delving deep into rectifiers".
 */
export const HE_NORMAL: Initializer = Object.freeze({
  kind: 'variance-scaling',
  scale: 2,
  fan: 'in',
  distribution: 'normal',
});

/**
 * For kernels before functions that are linear around 0: a variance of 2 / (fan-in + fan-out).
 *
 * @see Glorot & Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks".
 */
export const GLOROT_UNIFORM: Initializer = Object.freeze({
  kind: 'variance-scaling',
  scale: 1,
  fan: 'average',
  distribution: 'uniform',
});

/**
 * What PyTorch's convolutions and dense layers begin with: between `-1 / sqrt(fan-in)` and that, a variance of 1 / (3 fan-in).
 *
 * @see https://pytorch.org/docs/1.13/generated/torch.nn.Linear.html
 */
export const PYTORCH_UNIFORM: Initializer = Object.freeze({
  kind: 'variance-scaling',
  scale: 1 / 3,
  fan: 'in',
  distribution: 'uniform',
});
