import type { NdArray } from '@fashion-mnist/core';
import { type ConfusionOptions, confusionScene } from './confusion-scene.ts';
import { type PngOptions, renderPng } from './render-png.ts';
import { renderSvg } from './render-svg.ts';

/** The same, and how fine the file is. */
export interface ConfusionPngOptions extends ConfusionOptions, PngOptions {}

/**
 * An SVG document of a confusion matrix: counts in cells that are the darker, the larger their share of the true class.
 *
 * @param counts - Shape `[classCount, classCount]`, row = true class, column = predicted class; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - the counts and the names of the classes do not fit.
 */
export function confusionSvg(counts: NdArray<Uint32Array>, options: ConfusionOptions): string {
  return renderSvg(confusionScene(counts, options), options.title ?? 'Confusion matrix');
}

/**
 * The bytes of a PNG file of a confusion matrix, laid out as by `confusionSvg`; the same on every machine.
 *
 * @param counts - Shape `[classCount, classCount]`, row = true class, column = predicted class; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - the counts and the names of the classes do not fit.
 */
export function confusionPng(counts: NdArray<Uint32Array>, options: ConfusionPngOptions): Uint8Array {
  return renderPng(confusionScene(counts, options), options);
}
