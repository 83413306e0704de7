type CastFunction = (x: number, y: number, begin: number, end: number) => void;

/** Functions of one element at a time. Items are fours of elements; arrays have room for whole fours. */
export interface MathFunctions {
  readonly castBoolToFloat: CastFunction;
  readonly castBoolToInt: CastFunction;
  /** As JavaScript's ToInt32. */
  readonly castFloatToInt: CastFunction;
  readonly castIntToFloat: CastFunction;
  /** `dx[i] = y[i] > 0 ? dy[i] : 0`. */
  reluGradient(dy: number, y: number, dx: number, begin: number, end: number): void;
  /** `y[i] = x[i] / keep` where the hash of `i` and the seed is at least `threshold`, else 0. */
  seededDropout(
    x: number,
    y: number,
    hashOfSeed: number,
    threshold: number,
    keep: number,
    begin: number,
    end: number,
  ): void;
  /** `y[i] = condition[i] == 1 ? t[i] : e[i]`; conditions are bytes. */
  selectValues(condition: number, t: number, e: number, y: number, begin: number, end: number): void;
}

export const MATH_FUNCTIONS: readonly (keyof MathFunctions)[] = [
  'castBoolToFloat',
  'castBoolToInt',
  'castFloatToInt',
  'castIntToFloat',
  'reluGradient',
  'seededDropout',
  'selectValues',
];
