import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { createRng, type Rng } from '@fashion-mnist/core';
import {
  DatasetFetchError,
  defineDataset,
  describeDataset,
  listDatasets,
  parseDefinition,
} from '@fashion-mnist/dataset-fetch';
import { mutateText, mutateValue } from './mutate-definition.ts';

/** What the worker is to do. */
export interface RegistryFuzzTask {
  readonly seed: number;
  readonly inputCount: number;
}

/** What it has found. */
export interface RegistryFuzzReport {
  readonly inputCount: number;
  readonly acceptedCount: number;
  readonly refusedCount: number;
  /** The most bytes by which the heap grew during one of the measured calls. */
  readonly largestGrowth: number;
}

const MIB = 1 << 20;
const SIGN_OF_LIFE = 2000;
const MEASURE_EVERY = 32;

const values = listDatasets().map((name) => describeDataset(name));
const texts = values.map((value) => JSON.stringify(value));

Error.stackTraceLimit = 0;
parentPort?.postMessage({ report: fuzz(workerData as RegistryFuzzTask) });

function fuzz({ seed, inputCount }: RegistryFuzzTask): RegistryFuzzReport {
  const rng = createRng(seed);
  let acceptedCount = 0;
  let largestGrowth = 0;
  for (let index = 0; index < inputCount; index++) {
    if (index % SIGN_OF_LIFE === 0) parentPort?.postMessage({ inputCount: index });
    const attempt = index % 2 === 0 ? textAttempt(rng) : valueAttempt(rng);
    const before = index % MEASURE_EVERY < 2 ? process.memoryUsage().heapUsed : undefined;
    if (accepts(attempt)) acceptedCount++;
    if (before === undefined) continue;
    largestGrowth = Math.max(largestGrowth, process.memoryUsage().heapUsed - before);
  }
  return { inputCount, acceptedCount, refusedCount: inputCount - acceptedCount, largestGrowth };
}

interface Attempt {
  readonly run: () => unknown;
  readonly print: () => string;
}

function textAttempt(rng: Rng): Attempt {
  const text = mutateText(texts, rng);
  return { run: () => parseDefinition(text), print: () => text };
}

function valueAttempt(rng: Rng): Attempt {
  const value = mutateValue(values, rng);
  return { run: () => defineDataset(value), print: () => inspect(value, { depth: 9 }) };
}

function accepts({ run, print }: Attempt): boolean {
  try {
    requireFrozen(run());
    return true;
  } catch (error) {
    if (error instanceof DatasetFetchError && error.code === 'E_DEFINITION' && error.message.length < MIB)
      return false;
    throw new Error(`${String(error)}, by the input ${print()}`, { cause: error });
  }
}

function requireFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Object.isFrozen(value)) throw new Error('a part of the definition can be changed');
  for (const part of Object.values(value)) requireFrozen(part);
}
