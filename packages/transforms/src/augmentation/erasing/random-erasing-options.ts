import { type OptionRules, oneOf, type ResolvedOptions, real, whole } from '@fashion-mnist/core';
import { float32 } from '../../options/float32-rule.ts';
import { interval, type Pair } from '../../options/pair-rules.ts';

/** The rectangles that `randomErasing` erases. */
export interface RandomErasingOptions {
  /** How often an image loses a rectangle, `0..1`. @default 0.5 */
  readonly probability?: number | undefined;
  /** Least and greatest area of the rectangle, as shares of the image, drawn uniformly. @default [0.02, 0.33] */
  readonly area?: Pair | undefined;
  /** Least and greatest height of the rectangle divided by its width. @default [0.3, 3.3] */
  readonly aspect?: Pair | undefined;
  /** Whether the aspect itself is drawn uniformly, or its logarithm. @default 'log-uniform' */
  readonly aspectDistribution?: 'uniform' | 'log-uniform' | undefined;
  /** Rectangles that are drawn until one is smaller than the image; if none is, nothing is erased. @default 10 */
  readonly attempts?: number | undefined;
  /** What the erased pixels become, in the unit of a pixel. @default 0 */
  readonly value?: number | undefined;
}

export const RANDOM_ERASING_RULES: OptionRules<RandomErasingOptions> = {
  probability: real(0.5, { min: 0, max: 1 }),
  area: interval([0.02, 0.33], { min: 0, max: 1 }),
  aspect: interval([0.3, 3.3], { min: 1e-6, max: 1e6 }),
  aspectDistribution: oneOf('log-uniform', ['uniform', 'log-uniform']),
  attempts: whole(10, { min: 1, max: 10_000 }),
  value: float32(0),
};

/** The defaults of torchvision.transforms.RandomErasing. */
export const TORCHVISION_ERASING: ResolvedOptions<RandomErasingOptions> = Object.freeze({
  probability: 0.5,
  area: Object.freeze([0.02, 0.33] as const),
  aspect: Object.freeze([0.3, 3.3] as const),
  aspectDistribution: 'log-uniform',
  attempts: 10,
  value: 0,
});

/**
 * The settings of the paper's own code for Fashion-MNIST. Its value is one of a normalised pixel: erase after `normalize`.
 *
 * @see https://github.com/zhunzhong07/Random-Erasing/blob/master/transforms.py and fashionmnist.py there
 */
export const PAPER_ERASING: ResolvedOptions<RandomErasingOptions> = Object.freeze({
  probability: 0.5,
  area: Object.freeze([0.02, 0.4] as const),
  aspect: Object.freeze([0.3, 1 / 0.3] as const),
  aspectDistribution: 'uniform',
  attempts: 100,
  value: 0.4914,
});
