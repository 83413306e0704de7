import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '../../images/images.ts';
import * as transforms from '../../index.ts';
import type { RandomOptions } from '../../random/random-options.ts';
import type { Step } from '../step.ts';

type Operation = (images: NdArray<Pixels>, options: object) => NdArray<Pixels>;

const ALIKE: readonly string[] = ['flip', 'shift', 'scale-to-unit', 'normalize', 'affine'];

/** What the functions give one after the other, each with its place as the stream of its random numbers. */
export function runSeparately(
  steps: readonly Step[],
  images: NdArray<Pixels>,
  random: RandomOptions,
): NdArray<Pixels> {
  return steps.reduce((result, { operation, ...options }, place) => {
    const name = operation.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const apply = (transforms as unknown as Record<string, Operation>)[name] as Operation;
    return apply(result, ALIKE.includes(operation) ? options : { ...options, ...random, stream: place });
  }, images);
}
