/** Where the windows lie: sizes of images and outputs, windows, strides, and what pads above and on the left. */
type WindowArguments = [
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  windowHeight: number,
  windowWidth: number,
  strideHeight: number,
  strideWidth: number,
  padTop: number,
  padLeft: number,
];

type Items = [begin: number, end: number];

/** Pooling of images `[batch, height, width, channels]`. */
export interface PoolingFunctions {
  /** The largest value of each window; NaN never counts. Items are rows of the output. */
  maxPool(x: number, y: number, ...rest: [...WindowArguments, ...Items]): void;
  /** Gives each gradient to the first maximum of its window. Items are images. */
  maxPoolGradient(dy: number, x: number, dx: number, ...rest: [...WindowArguments, ...Items]): void;
  /** The mean of each window without its padding. Items are rows of the output. */
  averagePool(x: number, y: number, ...rest: [...WindowArguments, ...Items]): void;
  /** Spreads each gradient over its window, as if it were whole. Items are images. */
  averagePoolGradient(dy: number, dx: number, ...rest: [...WindowArguments, ...Items]): void;
}

export const POOLING_FUNCTIONS: readonly (keyof PoolingFunctions)[] = [
  'maxPool',
  'maxPoolGradient',
  'averagePool',
  'averagePoolGradient',
];
