import { ModelsError } from '../../errors.ts';
import type { Shape } from '../layers/shape.ts';

/** What is written beside a network. */
export interface ExportOptions {
  /** The names of the classes, in the order of the network's answers. */
  readonly classNames?: readonly string[];
  /** Any text. */
  readonly notes?: string;
}

/** @throws {ModelsError} `E_OPTION` - there are not as many names as classes. */
export function requireClassNames({ classNames }: ExportOptions, outputShape: Shape): void {
  const classCount = outputShape.at(-1);
  if (classNames !== undefined && classNames.length !== classCount)
    throw new ModelsError(
      'E_OPTION',
      `classNames: expected ${classCount} names, one of each class, got ${classNames.length}`,
    );
}
