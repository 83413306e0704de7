export { createCheckpoint } from './checkpoint.ts';
export { closestName } from './closest-name.ts';
export type { ImageDataset, Split, Subset } from './image-dataset.ts';
export { elementCount, type NdArray, ndArray, sampleShape, type TypedArray } from './nd-array.ts';
export {
  either,
  flag,
  listOf,
  type NumberRange,
  type OptionRule,
  type OptionRules,
  oneOf,
  orNull,
  type ResolvedOptions,
  real,
  whole,
} from './options/option-rule.ts';
export { resolveOptions } from './options/resolve-options.ts';
export { philox4x32 } from './philox.ts';
export { type ProgressEvent, type ProgressListener, reportProgress } from './progress.ts';
export { createRng, type Rng } from './rng.ts';
