import type { KernelWork } from './kernel-work.ts';

/** What is measured of a convolution. */
export type Direction = 'forward' | 'input gradient' | 'filter gradient';

/** A convolution of a network, with stride 1 and as many outputs as inputs. */
export interface ConvolutionCase {
  readonly name: string;
  readonly side: number;
  readonly channels: number;
  readonly filters: number;
  readonly window: number;
}

const BATCH = 128;

/** Those of the TensorFlow tutorial's network (a), and of one with 93 thousand parameters (b). */
export const CONVOLUTIONS: readonly ConvolutionCase[] = [
  { name: 'net a, first', side: 28, channels: 1, filters: 32, window: 5 },
  { name: 'net a, second', side: 14, channels: 32, filters: 64, window: 5 },
  { name: 'net b, first', side: 28, channels: 1, filters: 32, window: 3 },
  { name: 'net b, second', side: 28, channels: 32, filters: 32, window: 3 },
  { name: 'net b, third', side: 14, channels: 32, filters: 64, window: 3 },
  { name: 'net b, fourth', side: 14, channels: 64, filters: 64, window: 3 },
  { name: 'net b, fifth', side: 7, channels: 64, filters: 48, window: 3 },
];

/** What training computes: of the first layer no gradient by its input. */
export function directionsOf({ channels }: ConvolutionCase): readonly Direction[] {
  return channels === 1 ? ['forward', 'filter gradient'] : ['forward', 'input gradient', 'filter gradient'];
}

/** Multiplications and additions of one call. */
export function operationsOf({ side, channels, filters, window }: ConvolutionCase): number {
  return 2 * BATCH * side ** 2 * channels * filters * window ** 2;
}

/** The kernel that computes it. */
export function convolutionWork(given: ConvolutionCase, direction: Direction): KernelWork {
  const x = [BATCH, given.side, given.side, given.channels];
  const filter = [given.window, given.window, given.channels, given.filters];
  const dy = [BATCH, given.side, given.side, given.filters];
  const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 };
  if (direction === 'forward') return { kernelName: 'Conv2D', inputs: { x, filter }, attrs };
  if (direction === 'input gradient')
    return { kernelName: 'Conv2DBackpropInput', inputs: { dy, filter }, attrs: { ...attrs, inputShape: x } };
  return { kernelName: 'Conv2DBackpropFilter', inputs: { x, dy }, attrs: { ...attrs, filterShape: filter } };
}

/** The words that `torch_kernels.py` takes for it. */
export function convolutionQuestion(given: ConvolutionCase, direction: Direction): string {
  const { side, channels, filters, window } = given;
  return ['convolution', direction.split(' ')[0], BATCH, side, channels, filters, window].join(' ');
}
