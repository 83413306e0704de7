import { ModelsError } from '../../errors.ts';
import type { Shape } from '../layers/shape.ts';

/** What is written beside a network. */
export interface ExportOptions {
  /** The names of the classes, in the order of the network's answers. @default none */
  readonly classNames?: readonly string[] | undefined;
  /** Short texts to keep beside the network, for example what it has learned from. @default none */
  readonly notes?: Readonly<Record<string, string>> | undefined;
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
