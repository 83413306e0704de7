import { TransformError } from '../errors.ts';
import type { Batch } from '../images/batch.ts';
import { requireOptions } from '../options/resolve-options.ts';
import { isRecord, shown } from '../options/values.ts';
import type { Into, PipelineRun } from './pipeline.ts';

/** What an option may be, as far as nothing else checks it. */
interface RunOptionRule {
  readonly expected: string;
  accepts(value: unknown): boolean;
}

const CHECKED_ELSEWHERE: RunOptionRule = { expected: 'anything', accepts: () => true };

const RUN: Readonly<Record<keyof PipelineRun, RunOptionRule>> = {
  seed: CHECKED_ELSEWHERE,
  epoch: CHECKED_ELSEWHERE,
  firstIndex: CHECKED_ELSEWHERE,
  indices: { expected: 'a list of numbers', accepts: isList },
  pool: { expected: '{ images, labels }', accepts: isBatch },
  signal: { expected: 'an AbortSignal', accepts: (value) => value instanceof AbortSignal },
  onProgress: { expected: 'a function', accepts: (value) => typeof value === 'function' },
};

/** What `apply` has beside. */
export const INTO: Readonly<Record<keyof Into<never>, RunOptionRule>> = { into: CHECKED_ELSEWHERE };

/** @throws {TransformError} `E_OPTION` - an option that there is not, or one of another kind. */
export function checkRunOptions(
  owner: string,
  options: unknown,
  more: Readonly<Record<string, RunOptionRule>> = {},
): void {
  requireOptions(owner, options);
  const rules = new Map(Object.entries({ ...RUN, ...more }));
  for (const [name, value] of Object.entries(options as object)) {
    const rule = rules.get(name);
    if (rule === undefined)
      throw new TransformError(
        'E_OPTION',
        `${owner}: expected one of ${[...rules.keys()].join(', ')}, got the option ${name}`,
      );
    if (value !== undefined && !rule.accepts(value))
      throw new TransformError(
        'E_OPTION',
        `${owner}.${name}: expected ${rule.expected}, got ${shown(value)}`,
      );
  }
}

/** @throws {TransformError} `E_SHAPE` - they are neither images nor a batch. */
export function requireBatch(owner: string, input: unknown): Batch {
  const batch = isRecord(input) && !('images' in input) ? { images: input } : input;
  if (isBatch(batch)) return batch;
  throw new TransformError(
    'E_SHAPE',
    `${owner}: expected images, as { data, shape }, or { images, labels }, got ${shown(input)}`,
  );
}

function isBatch(value: unknown): value is Batch {
  return isRecord(value) && isRecord(value['images']);
}

function isList(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'length' in value;
}
