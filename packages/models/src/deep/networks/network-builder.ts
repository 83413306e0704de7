import type { Layer } from '../layers/layer.ts';
import type { Shape } from '../layers/shape.ts';

/** What an architecture may be built with. */
export interface BuildOptions {
  /** How many classes it tells apart. @default 10 */
  readonly classCount?: number;
}

/** A network of the leaderboard, or of our own: what it is, and where that is known from. */
export interface NetworkBuilder {
  /** Kebab-case; its key in `networks`. */
  readonly name: string;
  readonly title: string;
  /** Ids of the leaderboard's rows that it stands for. */
  readonly rows: readonly string[];
  /** Of one image: `[height, width, channels]`. */
  readonly inputShape: Shape;
  /** How many numbers it learns for 10 classes, as its source says, with as many digits. */
  readonly statedParameters?: number;
  /** Where the architecture is described. */
  readonly source: readonly string[];
  /**
   * What differs from there, and what had to be chosen. How parameters begin is not listed: kernels as the source
   * or its framework has it where that is known, as He has it elsewhere; biases always with 0.
   */
  readonly deviations: readonly string[];
  /** Gives logits (or lengths of capsules, or an embedding where the deviations say so). */
  build(options?: BuildOptions): Layer;
}

/** The images of Fashion-MNIST. */
export const IMAGE_SHAPE: Shape = Object.freeze([28, 28, 1]);
