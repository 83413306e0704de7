/**
 * How a parameter begins, as JSON can say it. Fans are counted as usual: a kernel `[...window, in, out]` has a fan-in of
 * `window * in` and a fan-out of `window * out`.
 */
export type Initializer =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'normal'; readonly deviation: number }
  | { readonly kind: 'truncated-normal'; readonly deviation: number }
  | { readonly kind: 'uniform'; readonly limit: number }
  | {
      readonly kind: 'variance-scaling';
      readonly scale: number;
      readonly fan: 'in' | 'out' | 'average';
      readonly distribution: 'normal' | 'truncated-normal' | 'uniform';
    }
  | { readonly kind: 'orthogonal'; readonly gain: number };
