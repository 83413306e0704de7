import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import { backend_util } from '@tensorflow/tfjs-core';
import fc from 'fast-check';

export interface ConvolutionCase {
  readonly xShape: readonly number[];
  readonly filterShape: readonly number[];
  readonly outShape: readonly number[];
  readonly attrs: NamedAttrMap;
  readonly seed: number;
}

export interface CaseOptions {
  readonly mayDilate: boolean;
  readonly isDepthwise?: boolean;
}

const pair = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<[number, number]> =>
  fc.tuple(arbitrary, arbitrary);
const size = fc.integer({ min: 1, max: 13 });
const channels = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(8, 12, 16));
const padding = fc.oneof(
  fc.constantFrom('same', 'valid'),
  fc
    .tuple(pair(fc.integer({ min: 0, max: 3 })), pair(fc.integer({ min: 0, max: 3 })))
    .map(([rows, columns]) => [[0, 0], rows, columns, [0, 0]]),
);

/** Small convolutions of all kinds, those that Winograd's way suits as often as others. */
export function convolutionCase({
  mayDilate,
  isDepthwise = false,
}: CaseOptions): fc.Arbitrary<ConvolutionCase> {
  return fc
    .record({
      images: fc.integer({ min: 1, max: 3 }),
      imageSize: pair(size),
      window: fc.oneof(
        pair(fc.integer({ min: 1, max: 5 })),
        fc.constantFrom<[number, number]>([3, 3], [5, 5], [1, 1]),
      ),
      channels: fc.tuple(channels, isDepthwise ? fc.constantFrom(1, 1, 2, 3) : channels),
      strides: fc.oneof(fc.constant<[number, number]>([1, 1]), pair(fc.integer({ min: 1, max: 3 }))),
      dilations: mayDilate
        ? fc.oneof(fc.constant<[number, number]>([1, 1]), pair(fc.integer({ min: 1, max: 2 })))
        : fc.constant<[number, number]>([1, 1]),
      pad: padding,
      seed: fc.nat(1e6),
    })
    .filter(({ strides, dilations }) => Math.max(...strides) === 1 || Math.max(...dilations) === 1)
    .map(({ images, imageSize, window, channels: [inner, outer], strides, dilations, pad, seed }) => {
      const xShape = [images, ...imageSize, inner] as [number, number, number, number];
      const filterShape = [...window, inner, outer] as [number, number, number, number];
      const typedPad = pad as 'same' | backend_util.ExplicitPadding;
      const info = backend_util.computeConv2DInfo(
        xShape,
        filterShape,
        strides,
        dilations,
        typedPad,
        undefined,
        isDepthwise,
      );
      const attrs = { strides, pad, dilations, dataFormat: 'NHWC' } as unknown as NamedAttrMap;
      return { xShape, filterShape, outShape: info.outShape, attrs, seed };
    })
    .filter(({ outShape }) => outShape.every((length) => length > 0));
}
