import { type OptionRules, oneOf } from '@fashion-mnist/core';
import { float32 } from '../../options/float32-rule.ts';

/** Which pixels of the source a pixel comes from: the nearest one, or the four around, weighted by nearness. */
export type Interpolation = 'nearest' | 'bilinear';

/**
 * What is around an image: `'fill'` a fixed value that its border blends into; `'masked-fill'` the same as torchvision's
 * `fill=` blends it, which weights what a border pixel has of the image twice; `'reflect'` the image mirrored at its edges.
 */
export type Border = 'fill' | 'masked-fill' | 'reflect';

/** How a picture is computed that does not fall on whole pixels. */
export interface SamplingOptions {
  /** `'nearest'` takes the nearest pixel, ties to the even row or column; `'bilinear'` blends four. @default 'bilinear' */
  readonly interpolation?: Interpolation | undefined;
  /**
   * What is around the image. `'fill'`: pixels of the value `fill`, as grid_sample's zero padding and Keras' `constant`
   * have it. `'masked-fill'`: torchvision's `fill=`, darker or lighter along the border by up to a quarter of the contrast.
   * `'reflect'`: the image mirrored, outermost pixels repeated (`b a | a b c | c b`), as grid_sample and Keras have it.
   * @default 'fill'
   */
  readonly border?: Border | undefined;
  /** Value of the pixels around the image, unless they mirror it. @default 0 */
  readonly fill?: number | undefined;
}

export const SAMPLING_RULES: OptionRules<SamplingOptions> = {
  interpolation: oneOf('bilinear', ['nearest', 'bilinear']),
  border: oneOf('fill', ['fill', 'masked-fill', 'reflect']),
  fill: float32(0),
};
