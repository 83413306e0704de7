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

/**
 * Convolutions that suit Winograd's way: stride 1, and enough tiles. With `isDeep` they have more channels than a thread
 * has room for, and once more than all threads work on at a time.
 */
export function winogradCase({
  isDeep = false,
}: {
  readonly isDeep?: boolean;
} = {}): fc.Arbitrary<ConvolutionCase> {
  const side = fc.integer({ min: 8, max: 15 });
  return fc
    .record({
      images: fc.integer({ min: 2, max: 4 }),
      imageSize: pair(side),
      windowSize: fc.constantFrom(3, 4, 5),
      channels: isDeep
        ? fc.constantFrom<[number, number]>([300, 9], [5, 301], [4, 1500])
        : pair(fc.oneof(fc.integer({ min: 4, max: 17 }), fc.constantFrom(8, 16))),
      pad: padding,
      seed: fc.nat(1e6),
    })
    .map(({ images, imageSize, windowSize, channels: [inner, outer], pad, seed }) =>
      caseOf([images, ...imageSize, inner], [windowSize, windowSize, inner, outer], { pad, seed }),
    );
}

/** Convolutions of images with one channel, side by side. */
export function grayCase(): fc.Arbitrary<ConvolutionCase> {
  return fc
    .record({
      images: fc.constantFrom(1, 2, 19),
      imageSize: pair(fc.integer({ min: 7, max: 15 })),
      window: pair(fc.integer({ min: 1, max: 7 })),
      filters: fc.constantFrom(1, 3, 8, 13, 24),
      pad: padding,
      seed: fc.nat(1e6),
    })
    .map(({ images, imageSize, window, filters, pad, seed }) =>
      caseOf([images, ...imageSize, 1], [...window, 1, filters], { pad, seed }),
    );
}

/** Convolutions of many images that are so small that most windows reach over their margins. */
export function tinyCase(): fc.Arbitrary<ConvolutionCase> {
  return fc
    .record({
      images: fc.integer({ min: 30, max: 40 }),
      imageSize: pair(fc.integer({ min: 1, max: 4 })),
      window: pair(fc.integer({ min: 2, max: 5 })),
      channels: pair(channels),
      strides: pair(fc.integer({ min: 1, max: 2 })),
      pad: padding,
      seed: fc.nat(1e6),
    })
    .map(({ images, imageSize, window, channels: [inner, outer], ...rest }) =>
      caseOf([images, ...imageSize, inner], [...window, inner, outer], rest),
    )
    .filter(({ outShape }) => outShape.every((length) => length > 0));
}

/** Small convolutions of all kinds. */
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
    .map(({ images, imageSize, window, channels: [inner, outer], ...rest }) =>
      caseOf([images, ...imageSize, inner], [...window, inner, outer], { ...rest, isDepthwise }),
    )
    .filter(({ outShape }) => outShape.every((length) => length > 0));
}

type Size4 = [number, number, number, number];

interface CaseAttributes {
  readonly pad: unknown;
  readonly seed: number;
  readonly strides?: [number, number];
  readonly dilations?: [number, number];
  readonly isDepthwise?: boolean;
}

function caseOf(xShape: Size4, filterShape: Size4, given: CaseAttributes): ConvolutionCase {
  const { pad, seed, strides = [1, 1], dilations = [1, 1], isDepthwise = false } = given;
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
}
