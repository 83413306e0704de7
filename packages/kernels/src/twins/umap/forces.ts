import type { Heap } from '../../compute/heap.ts';

const { fround, imul } = Math;
const SMALLEST = 2 ** -20;
const LARGEST = 1e6;
const LARGEST_STEP = 4;

/** A move of a point. */
interface Step {
  readonly x: number;
  readonly y: number;
}

/** Which four numbers of a random stream. */
interface RandomPlace {
  readonly stream: number;
  readonly position: number;
  readonly group: number;
}

/** The points that others are drawn from. */
interface Others {
  /** Index of the first coordinate. */
  readonly from: number;
  readonly count: number;
}

/** The moves of a point on account of others, in float32 and in the order of the compiled kernels. */
export interface UmapForces {
  attract(x: number, y: number, tail: number, rate: number): Step;
  repel(x: number, y: number, others: Others, place: RandomPlace, rate: number): Step;
}

export function umapForces(heap: Heap, attraction: number, repulsion: number): UmapForces {
  const { f32 } = heap;
  const float = new Float32Array(1);
  const bits = new Int32Array(float.buffer);

  function coefficient(table: number, square: number): number {
    float[0] = Math.max(SMALLEST, Math.min(square, LARGEST));
    const entry = table / 4 + (bits[0]! >> 17) - 107 * 64;
    const fraction = fround((bits[0]! & 0x1ffff) / 2 ** 17);
    return fround(f32[entry]! + fround(fraction * fround(f32[entry + 1]! - f32[entry]!)));
  }

  function stepAlong(table: number, x: number, y: number, other: number): Step {
    const [dx, dy] = [fround(x - f32[other]!), fround(y - f32[other + 1]!)];
    const factor = coefficient(table, fround(fround(dx * dx) + fround(dy * dy)));
    return { x: clipped(fround(factor * dx)), y: clipped(fround(factor * dy)) };
  }

  return {
    attract(x, y, tail, rate) {
      const step = stepAlong(attraction, x, y, tail);
      return { x: fround(step.x * rate), y: fround(step.y * rate) };
    },

    repel(x, y, { from, count }, place, rate) {
      const steps = randomWords(place).map((word) => {
        const drawn = Math.floor((word * count) / 2 ** 32);
        return stepAlong(repulsion, x, y, from + 2 * drawn);
      });
      return {
        x: fround(sumOfFour(steps.map((step) => step.x)) * rate),
        y: fround(sumOfFour(steps.map((step) => step.y)) * rate),
      };
    },
  };
}

function clipped(step: number): number {
  return Math.min(LARGEST_STEP, Math.max(-LARGEST_STEP, step));
}

function sumOfFour([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number {
  return fround(fround(a + c) + fround(b + d));
}

function randomWords({ stream, position, group }: RandomPlace): number[] {
  return [0, 1, 2, 3].map((lane) => {
    let word = imul((position << 6) + (group << 2) + lane, 0x9e3779b1) ^ stream;
    word = imul(word ^ (word >>> 16), 0x7feb352d);
    word = imul(word ^ (word >>> 15), 0x846ca68b);
    return (word ^ (word >>> 16)) >>> 0;
  });
}

/** Whether an edge is to be pulled in an epoch, counted from 1. */
export function isDue(rate: number, epoch: number): boolean {
  return Math.floor(fround(rate * epoch)) > Math.floor(fround(rate * (epoch - 1)));
}
