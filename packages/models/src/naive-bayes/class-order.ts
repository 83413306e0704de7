/** Samples class after class. */
export interface ClassOrder {
  /** The samples of the first class in ascending order, then those of the second, and so on. */
  readonly order: Int32Array;
  /** Where each class begins, and where the last one ends; one more than there are classes. */
  readonly starts: Int32Array;
}

/** Sorts samples by their class codes `0..classCount - 1`. */
export function classOrder(codes: Int32Array, classCount: number): ClassOrder {
  const starts = new Int32Array(classCount + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let code = 0; code < classCount; code++) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const order = new Int32Array(codes.length);
  for (let sample = 0; sample < codes.length; sample++) order[next[codes[sample]!]!++] = sample;
  return { order, starts };
}
