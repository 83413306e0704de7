/** How the histograms of a block are scaled. */
export type BlockNorm = 'L1' | 'L1-sqrt' | 'L2' | 'L2-Hys';

export const BLOCK_NORMS: readonly BlockNorm[] = ['L1', 'L1-sqrt', 'L2', 'L2-Hys'];

/** Where L2-Hys clips. */
const CLIP = 0.2;

/** Scales a block in place. */
export function normalizeBlock(block: Float64Array, norm: BlockNorm, epsilon: number): void {
  if (norm === 'L1' || norm === 'L1-sqrt') {
    scale(block, block.reduce((sum, value) => sum + Math.abs(value), 0) + epsilon);
    if (norm === 'L1-sqrt') for (let i = 0; i < block.length; i++) block[i] = Math.sqrt(block[i] as number);
    return;
  }
  scale(block, length(block, epsilon));
  if (norm === 'L2') return;
  for (let i = 0; i < block.length; i++) block[i] = Math.min(block[i] as number, CLIP);
  scale(block, length(block, epsilon));
}

function length(block: Float64Array, epsilon: number): number {
  let sum = epsilon * epsilon;
  for (let i = 0; i < block.length; i++) sum += (block[i] as number) * (block[i] as number);
  return Math.sqrt(sum);
}

function scale(block: Float64Array, divisor: number): void {
  for (let i = 0; i < block.length; i++) block[i] = (block[i] as number) / divisor;
}
