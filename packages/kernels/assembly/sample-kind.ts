/** What a sample consists of: bytes, bytes whose differences are weighted, or float32. */
export const BYTES: i32 = 0;
export const WEIGHTED: i32 = 1;
export const FLOATS: i32 = 2;

export function sampleBytes(kind: i32, featureCount: i32): usize {
  return (<usize>featureCount) << (kind === FLOATS ? 2 : 0);
}
