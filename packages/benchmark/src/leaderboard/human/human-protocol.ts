import { createRng } from '@fashion-mnist/core';
import document from '../../../leaderboard/human-protocol.json' with { type: 'json' };
import { BenchmarkError } from '../../errors.ts';

/** Which images `humanProtocol` shows to people, and to how many of them. */
export interface HumanProtocolOptions {
  /** Which images are drawn, a whole number `0..2^53 - 1`. @default 42 */
  readonly seed?: number | undefined;
  /** Images to be shown, `1..testCount`. @default 1000 */
  readonly imageCount?: number | undefined;
  /** Images of the test split. @default 10000 */
  readonly testCount?: number | undefined;
  /** Labels that each image gets, each by somebody else; at least 1. @default 3 */
  readonly answersPerImage?: number | undefined;
}

/** Which images people are shown, and how their labels are counted. */
export interface HumanProtocol {
  readonly seed: number;
  readonly testCount: number;
  /** Indices of test images in the order in which they are drawn, each once. */
  readonly indices: Uint32Array;
  readonly answersPerImage: number;
}

/**
 * The protocol behind the row "Human Performance": random test images, three labels each by different people, and their
 * majority. The same seed draws the same images everywhere; fewer images are the first ones of more.
 *
 * @throws {BenchmarkError} `E_OPTION` - a number is out of range.
 * @remarks The original names neither its images nor what became of three different labels. Here the images are the first
 *   of a random permutation of all, and an image without a majority counts as wrong (see `judgeAnswers`).
 * @see https://github.com/zalandoresearch/fashion-mnist#benchmark
 */
export function humanProtocol({
  seed = document.seed,
  imageCount = document.image_count,
  testCount = document.test_count,
  answersPerImage = document.answers_per_image,
}: HumanProtocolOptions = {}): HumanProtocol {
  requireWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  requireWhole('testCount', testCount, 1, 2 ** 32);
  requireWhole('imageCount', imageCount, 1, testCount);
  requireWhole('answersPerImage', answersPerImage, 1, 1000);
  const indices = createRng(seed).permutation(testCount).slice(0, imageCount);
  return { seed, testCount, indices, answersPerImage };
}

function requireWhole(name: string, value: number, min: number, max: number): void {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return;
  throw new BenchmarkError('E_OPTION', `${name}: expected a whole number in ${min}..${max}, got ${value}`);
}
