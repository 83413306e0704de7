import type { Heap } from '../../compute/heap.ts';
import type { NeighborsKernels } from '../../kernels-of/neighbors.ts';

const COORDINATES = 160;
const AXES = 16;
const PANEL = 8;
const MOST_WITNESSES = 128;
const ROUNDS = 8;

export function neighborTreeTwins(heap: Heap): Pick<NeighborsKernels, 'splitNodes' | 'gatherRows'> {
  return {
    splitNodes(coordinates, order, keys, sampleCount, level, begin, end) {
      const { i16, i32, f32 } = heap;
      const names = i32.subarray(order / 4, order / 4 + sampleCount);
      const keyOf = f32.subarray(keys / 4, keys / 4 + sampleCount);
      const rowOf = (name: number) =>
        i16.subarray(coordinates / 2 + name * COORDINATES, coordinates / 2 + name * COORDINATES + AXES);
      for (let node = begin; node < end; node++) {
        const [first, last] = panelsOfNode(node, level, Math.ceil(sampleCount / PANEL));
        if (last - first < 2) continue;
        const start = first * PANEL;
        const stop = Math.min(last * PANEL, sampleCount);
        const direction = longestDirection(witnesses(names.subarray(start, stop)).map(rowOf));
        for (let at = start; at < stop; at++) keyOf[at] = innerProduct(direction, rowOf(names[at]!));
        select(keyOf, names, start, stop - 1, ((first + last) >> 1) * PANEL);
      }
    },

    gatherRows(from, order, rowBytes, to, begin, end) {
      const { u8, i32 } = heap;
      for (let at = begin; at < end; at++) {
        const start = from + i32[order / 4 + at]! * rowBytes;
        u8.copyWithin(to + at * rowBytes, start, start + rowBytes);
      }
    },
  };
}

function panelsOfNode(node: number, level: number, panelCount: number): [first: number, last: number] {
  let [first, last] = [0, panelCount];
  for (let bit = level - 1; bit >= 0; bit--) {
    const middle = (first + last) >> 1;
    if ((node >> bit) & 1) first = middle;
    else last = middle;
  }
  return [first, last];
}

function witnesses(names: Int32Array): number[] {
  const stride = Math.floor((names.length + MOST_WITNESSES - 1) / MOST_WITNESSES);
  return Array.from(names).filter((_, index) => index % stride === 0);
}

/** Power iteration from the coordinate of greatest variance. */
function longestDirection(rows: readonly Int16Array[]): Float64Array {
  const mean = new Float64Array(AXES).map(
    (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / rows.length,
  );
  const scatter = new Float64Array(AXES * AXES);
  for (const row of rows) {
    const centred = mean.map((value, i) => row[i]! - value);
    for (let i = 0; i < AXES; i++) {
      for (let j = 0; j < AXES; j++) scatter[i * AXES + j]! += centred[i]! * centred[j]!;
    }
  }
  const variances = scatter.filter((_, at) => at % (AXES + 1) === 0);
  const widest = variances.reduce((best, value, i) => (value > variances[best]! ? i : best), 0);
  let direction = new Float64Array(AXES).map((_, i) => (i === widest ? 1 : 0));
  for (let round = 0; round < ROUNDS; round++)
    direction = direction.map((_, i) => innerProduct(scatter.subarray(i * AXES, (i + 1) * AXES), direction));
  const square = innerProduct(direction, direction);
  const factor = square > 0 ? 1 / Math.sqrt(square) : 0;
  return direction.map((value) => value * factor);
}

function innerProduct(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < AXES; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Hoare's selection: the smaller keys before `middle`, the greater ones behind, and the names with them. */
function select(keys: Float32Array, names: Int32Array, first: number, last: number, middle: number): void {
  while (first < last) {
    const pivot = keys[(first + last) >> 1]!;
    let [low, high] = [first, last];
    while (low <= high) {
      while (keys[low]! < pivot) low++;
      while (keys[high]! > pivot) high--;
      if (low > high) break;
      for (const words of [keys, names]) [words[low], words[high]] = [words[high]!, words[low]!];
      low++;
      high--;
    }
    if (middle <= high) last = high;
    else if (middle >= low) first = low;
    else return;
  }
}
