/** Lets a network answer for the first images. @returns the scores of all classes, image by image */
export type Answer = (batchSize: number) => Promise<Float32Array>;
