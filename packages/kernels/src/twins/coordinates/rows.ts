import type { Heap } from '../../compute/heap.ts';

/** How rows of samples lie in memory, and what their bytes stand for. */
export interface Layout {
  readonly samples: number;
  readonly elementBytes: number;
  readonly featureCount: number;
  readonly centre: number;
  readonly factor: number;
}

const { fround } = Math;

/** The features of a sample in float32. */
export function featuresOf(heap: Heap, layout: Layout, sample: number): Float32Array {
  const { u8, f32 } = heap;
  const { samples, elementBytes, featureCount } = layout;
  const start = samples / elementBytes + sample * featureCount;
  if (elementBytes === 4) return f32.subarray(start, start + featureCount);
  const [centre, factor] = [layout.centre / 4, layout.factor / 4];
  const features = new Float32Array(featureCount);
  for (let i = 0; i < featureCount; i++)
    features[i] = fround(u8[start + i]! - f32[centre + i]!) * f32[factor + i]!;
  return features;
}

export function loadRow(heap: Heap, layout: Layout, sample: number, row: number): void {
  heap.f32.set(featuresOf(heap, layout, sample), row / 4);
}

/** Sixteen sums in float32, then these in pairs: the order of the compiled kernel. */
export function dot({ f32 }: Heap, row: number, other: number, width: number): number {
  const sums = new Float32Array(16);
  for (let i = 0; i < width; i++) {
    const product = fround(f32[row / 4 + i]! * f32[other / 4 + i]!);
    sums[i % 16] = fround(sums[i % 16]! + product);
  }
  const ofLane = (lane: number) =>
    fround(fround(sums[lane]! + sums[lane + 4]!) + fround(sums[lane + 8]! + sums[lane + 12]!));
  return fround(fround(ofLane(0) + ofLane(1)) + fround(ofLane(2) + ofLane(3)));
}

export function addScaled({ f32 }: Heap, target: number, row: number, step: number, width: number): void {
  const rounded = fround(step);
  for (let i = 0; i < width; i++)
    f32[target / 4 + i] = f32[target / 4 + i]! + fround(rounded * f32[row / 4 + i]!);
}

/** Adds the squares lane by lane, as the compiled kernel does. */
export function squareOf(heap: Heap, layout: Layout, sample: number, intercept: number): number {
  const features = featuresOf(heap, layout, sample);
  const lanes = new Float64Array(4);
  const vectorEnd = features.length - (features.length % 4);
  for (let i = 0; i < vectorEnd; i++) lanes[i % 4]! += features[i]! ** 2;
  const rest = features.subarray(vectorEnd).reduce((sum, value) => sum + value ** 2, intercept * intercept);
  return rest + (lanes[0]! + lanes[2]!) + (lanes[1]! + lanes[3]!);
}
