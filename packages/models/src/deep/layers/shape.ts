/** Sizes of one sample, without the batch: `[height, width, channels]`, `[steps, features]` or `[features]`. */
export type Shape = readonly number[];
