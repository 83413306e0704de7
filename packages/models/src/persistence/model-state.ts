import type { NdArray } from '@fashion-mnist/core';

/** What JSON can say. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** All that makes a fitted model what it is: what is saved, and what it can be restored from. */
export interface ModelState {
  /** Name of the estimator or the step, for example `SVC`. */
  readonly estimator: string;
  /** Its options, none left out. */
  readonly options: Readonly<Record<string, JsonValue>>;
  /** What it has learned, as single values. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** What it has learned, as arrays. */
  readonly arrays: Readonly<Record<string, NdArray>>;
  /** Models that this one consists of, in its own order. */
  readonly parts?: readonly ModelState[];
}
