import { extname } from 'node:path';
import { confusionPng, confusionSvg } from '@fashion-mnist/visualize';
import { requireFree } from '../output/require-free.ts';
import { UsageError } from '../usage-error.ts';
import type { Evaluation } from './evaluate-model.ts';

/** @throws {UsageError} no picture can be written under that name. */
export async function requireConfusionFile(path: string, force: boolean): Promise<void> {
  if (!['.png', '.svg'].includes(extname(path)))
    throw new UsageError(`--confusion: expected a name that ends in .png or .svg, got ${path}`);
  await requireFree(path, 'file', force);
}

/** A picture of which classes are taken for which. */
export function confusionFile(
  path: string,
  title: string,
  { accuracy, count, classes, confusion }: Evaluation,
  classNames: readonly string[],
): string | Uint8Array {
  const options = {
    title,
    subtitle: `accuracy ${accuracy.toFixed(4)} on ${count.toLocaleString('en-US')} images`,
    classNames: Array.from(classes, (label) => classNames[label] ?? String(label)),
  };
  return extname(path) === '.svg' ? confusionSvg(confusion, options) : confusionPng(confusion, options);
}
