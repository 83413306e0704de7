import type { SimdFunctions } from './simd-functions.ts';

const PAGES = 128;
const SCRATCH = 65_536;
const LEFT = 2 ** 20;
const RIGHT = 2 ** 21;
const OFFSETS = 3 * 2 ** 20;
const PRODUCT = 4 * 2 ** 20;
const ROWS = 96;
const INNER = 256;
/** Of one tile of each shape. */
const NARROW = 8;
const WIDE = 16;
const ROUNDS = 5;
/** Wide tiles take 1.3 to 1.6 times as long as narrow ones where vectors are joined, and 2.5 to 3 times where not. */
const MOST_TIMES = 2;

interface Multiplier extends Pick<SimdFunctions, 'multiplyMatrices'> {
  setScratch(pointer: number): void;
}

/** What a module makes of one small product with sixteen columns. */
export interface WideProbe {
  readonly isRight: boolean;
  /** Whether wide tiles do more in the same time than narrow ones. */
  readonly isFast: boolean;
}

/** Tries a module out, which takes some milliseconds. */
export function probeWide(module: WebAssembly.Module): WideProbe {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const multiplier = exports as unknown as Multiplier;
  multiplier.setScratch(SCRATCH);
  const left = fillDigits(memory, LEFT, ROWS * INNER);
  const right = fillDigits(memory, RIGHT, INNER * WIDE);
  const narrowTimes: number[] = [];
  const wideTimes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    narrowTimes.push(timeOf(multiplier, NARROW));
    wideTimes.push(timeOf(multiplier, WIDE));
  }
  return {
    isRight: isProduct(new Float32Array(memory.buffer, PRODUCT, ROWS * WIDE), left, right),
    isFast: Math.min(...wideTimes) < MOST_TIMES * Math.min(...narrowTimes),
  };
}

/** Milliseconds of some products with so many columns. */
function timeOf({ multiplyMatrices }: Multiplier, columns: number): number {
  const begin = performance.now();
  for (let time = 0; time < 4; time++)
    multiplyMatrices(LEFT, 0, RIGHT, 0, OFFSETS, ROWS, INNER, columns, PRODUCT, 0, 0, 0, ROWS, columns, 0, 1);
  return performance.now() - begin;
}

/** Small whole numbers, whose sums of products are exact. */
function fillDigits(memory: WebAssembly.Memory, pointer: number, size: number): Float32Array {
  const values = new Float32Array(memory.buffer, pointer, size);
  for (let index = 0; index < size; index++) values[index] = ((index * 31) % 19) - 9;
  return values;
}

function isProduct(product: Float32Array, left: Float32Array, right: Float32Array): boolean {
  return product.every((value, place) => {
    const row = Math.floor(place / WIDE) * INNER;
    const column = place % WIDE;
    let sum = 0;
    for (let k = 0; k < INNER; k++) sum += left[row + k]! * right[k * WIDE + column]!;
    return value === sum;
  });
}
