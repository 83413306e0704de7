import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import {
  type IdxArray,
  IdxFormatError,
  type ParseIdxOptions,
  parseIdx,
  parseIdxGz,
} from '@fashion-mnist/idx-format';
import { ELEMENT_TYPES, sample } from '../samples.ts';
import { createDraw } from './create-draw.ts';
import { mutateBytes } from './mutate-bytes.ts';

/** What a worker is to do. */
export interface FuzzTask {
  readonly target: 'parseIdx' | 'parseIdxGz';
  readonly seed: number;
  readonly inputCount: number;
}

/** What it has found. */
export interface FuzzReport {
  readonly inputCount: number;
  readonly acceptedCount: number;
  /** How often each error was the answer. */
  readonly refused: Readonly<Record<string, number>>;
  /** The most bytes that one of the measured calls allocated for array buffers. */
  readonly largestAllocation: number;
}

const MIB = 1 << 20;
const SHAPES = [[3], [2, 3], [2, 4, 4], [0, 28, 28], [1, 1, 1, 1, 1], [1, 28, 28]];
const SIGN_OF_LIFE = 500;
/** Every so many batches are one input alone, whose allocations are measured. */
const MEASURE_EVERY = 32;
const BYTE_ORDERS = ['big-endian', 'big-endian', 'big-endian', 'little-endian'] as const;

interface Target {
  readonly parse: (bytes: Uint8Array, options: ParseIdxOptions) => IdxArray | Promise<IdxArray>;
  readonly corpus: readonly Uint8Array[];
  /** What is unpacked on threads is unpacked several at once. */
  readonly batchSize: number;
}

/** What became of an input: the code of the error, or how many bytes the array and a header take. */
interface Outcome {
  readonly code?: string;
  readonly usedBytes: number;
}

Error.stackTraceLimit = 0;
const task = workerData as FuzzTask;
const draw = createDraw(task.seed);
const files = ELEMENT_TYPES.flatMap((type) => SHAPES.map((shape) => sample(type, shape).file));
const largestFile = Math.max(...files.map(({ length }) => length));
parentPort?.postMessage({ report: await fuzz(task.target === 'parseIdx' ? plainTarget() : gzipTarget()) });

function plainTarget(): Target {
  return { parse: parseIdx, corpus: files, batchSize: 1 };
}

/** Gzip files of valid and of wrong content, and such of two members. */
function gzipTarget(): Target {
  const wrong = Array.from({ length: 1000 }, () => mutateBytes(files, draw));
  const whole = [...files, ...wrong].map((file) => gzipSync(file));
  const halves = files.map((file) => [file.subarray(0, 20), file.subarray(20)].map((half) => gzipSync(half)));
  const corpus = [...whole, ...halves.map((pair) => Buffer.concat(pair))];
  return { parse: parseIdxGz, corpus: corpus.map((file) => Uint8Array.from(file)), batchSize: 16 };
}

async function fuzz({ parse, corpus, batchSize }: Target): Promise<FuzzReport> {
  const refused: Record<string, number> = {};
  let inputCount = 0;
  let acceptedCount = 0;
  let largestAllocation = 0;
  for (let batch = 0; inputCount < task.inputCount; batch++) {
    if (batch % SIGN_OF_LIFE === 0) parentPort?.postMessage({ inputCount });
    const isMeasured = batch % MEASURE_EVERY === 0;
    const size = isMeasured ? 1 : Math.min(batchSize, task.inputCount - inputCount);
    const inputs = Array.from({ length: size }, () => mutateBytes(corpus, draw));
    const before = isMeasured ? process.memoryUsage().arrayBuffers : 0;
    const attempts = inputs.map((bytes) => attempt(parse, bytes));
    const outcomes = batchSize === 1 ? (attempts as Outcome[]) : await Promise.all(attempts.map(promised));
    if (isMeasured) {
      const allocated = process.memoryUsage().arrayBuffers - before;
      largestAllocation = Math.max(largestAllocation, allocated);
      requireModest(allocated, outcomes[0]?.usedBytes ?? 0, inputs[0]);
    }
    inputCount += size;
    for (const { code } of outcomes) {
      if (code === undefined) acceptedCount++;
      else refused[code] = (refused[code] ?? 0) + 1;
    }
  }
  return { inputCount, acceptedCount, refused, largestAllocation };
}

async function promised(outcome: Outcome | Promise<Outcome>): Promise<Outcome> {
  return outcome;
}

function attempt(parse: Target['parse'], bytes: Uint8Array): Outcome | Promise<Outcome> {
  const options = {
    allowTrailing: draw(2) === 1,
    allowScalar: draw(2) === 1,
    byteOrder: BYTE_ORDERS[draw(BYTE_ORDERS.length)] ?? 'big-endian',
  };
  const accept = (array: IdxArray): Outcome => ({ usedBytes: requireWhole(array, bytes) });
  const refuse = (error: unknown): Outcome => {
    if (!(error instanceof IdxFormatError)) throw unexpected(error, bytes);
    return { code: error.code, usedBytes: largestFile };
  };
  try {
    const result = parse(bytes, options);
    return result instanceof Promise ? result.then(accept).catch(refuse) : accept(result);
  } catch (error) {
    return refuse(error);
  }
}

function requireWhole({ data, shape }: IdxArray, bytes: Uint8Array): number {
  const elementCount = shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1);
  if (data.length !== elementCount) throw new Error(`${data.length} elements of shape ${shape.join(' x ')}`);
  const usedBytes = data.byteLength + 4 + 4 * shape.length;
  if (data.buffer !== bytes.buffer) requireModest(data.buffer.byteLength, usedBytes, bytes);
  return usedBytes;
}

/** Not more than twice the input and 1 MiB; the unpacked bytes count as input. */
function requireModest(allocated: number, usedBytes: number, bytes: Uint8Array = new Uint8Array(0)): void {
  if (allocated <= 2 * Math.max(usedBytes, bytes.length) + MIB) return;
  throw unexpected(new Error(`${allocated} bytes were allocated`), bytes);
}

function unexpected(cause: unknown, bytes: Uint8Array): Error {
  const hex = Buffer.from(bytes).toString('hex');
  return new Error(`${task.target}, seed ${task.seed}: ${String(cause)}, by the input ${hex}`, { cause });
}
