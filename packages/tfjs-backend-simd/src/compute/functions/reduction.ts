/** Functions of many elements. */
export interface ReductionFunctions {
  /** The softmax of each row. Items are rows. */
  softmax(logits: number, y: number, classes: number, begin: number, end: number): void;
}

export const REDUCTION_FUNCTIONS: readonly (keyof ReductionFunctions)[] = ['softmax'];
