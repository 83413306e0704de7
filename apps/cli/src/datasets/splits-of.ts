import type { Split } from '@fashion-mnist/core';
import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { UsageError } from '../usage-error.ts';

/** The splits that a dataset has, training first; a part of the larger families is for testing only. */
export function splitsOf({ files }: DatasetDefinition): readonly Split[] {
  return (['train', 'test'] as const).filter((split) => files.some((file) => file.split === split));
}

/** Fails when a dataset lacks a split that the user asked for. */
export function requireSplit(definition: DatasetDefinition, split: Split): void {
  const splits = splitsOf(definition);
  if (splits.includes(split)) return;
  throw new UsageError(`--split: ${definition.name} has only ${splits.join(' and ')}, got ${split}`);
}
