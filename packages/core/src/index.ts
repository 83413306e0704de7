export { createCheckpoint } from './checkpoint.ts';
export type { ImageDataset, Split, Subset } from './image-dataset.ts';
export { elementCount, type NdArray, ndArray, sampleShape, type TypedArray } from './nd-array.ts';
export { type ProgressEvent, type ProgressListener, reportProgress } from './progress.ts';
export { createRng, type Rng } from './rng.ts';
