import { addScaled, dot, rotate } from './vectors';

const EPSILON: f64 = 2.220446049250313e-16;
const MOST_STEPS = 60;

/**
 * All eigenpairs of a symmetric matrix, values in descending order, vector `i` in row `i`: reduction to three diagonals
 * by reflections, then implicit QL steps. One item: the matrix, which is overwritten.
 *
 * @param work - Room for `3 * size` float64.
 */
export function symmetricEigen(
  matrix: usize, size: i32, values: usize, vectors: usize, work: usize, begin: i32, end: i32,
): void {
  if (size === 0) return;
  const rowBytes = (<usize>size) << 3;
  const offDiagonal = work, weights = work + rowBytes, image = weights + rowBytes;
  reduce(matrix, size, values, offDiagonal, weights, image);
  collectReflections(matrix, size, weights, vectors);
  diagonalize(values, offDiagonal, size, vectors);
  sortDescending(values, vectors, size);
}

/** Leaves reflector `j` in `matrix[j][j + 1..]` and its weight in `weights[j]`: `H = 1 - weight v v'`. */
function reduce(matrix: usize, size: i32, diagonal: usize, offDiagonal: usize, weights: usize, image: usize): void {
  const rowBytes = (<usize>size) << 3;
  for (let j = 0; j < size; j++) {
    const at = (<usize>j) << 3;
    const count = size - 1 - j;
    const reflector = matrix + (<usize>j) * rowBytes + at + 8;
    store<f64>(diagonal + at, load<f64>(reflector - 8));
    const length = count > 1 ? Math.sqrt(dot(reflector, reflector, count)) : 0;
    if (length === 0) {
      store<f64>(weights + at, 0);
      store<f64>(offDiagonal + at, count === 1 ? load<f64>(reflector) : 0);
      continue;
    }
    const first = load<f64>(reflector);
    const reflected = first > 0 ? -length : length;
    const weight = 1 / (length * (length + Math.abs(first)));
    store<f64>(reflector, first - reflected);
    store<f64>(offDiagonal + at, reflected);
    store<f64>(weights + at, weight);
    reflectBothSides(matrix + (<usize>(j + 1)) * rowBytes + at + 8, rowBytes, count, reflector, weight, image);
  }
}

/** `H A H` for the trailing block: `A - v w' - w v'` with `w = p - (weight / 2) (p'v) v` and `p = weight A v`. */
function reflectBothSides(
  block: usize, rowBytes: usize, count: i32, reflector: usize, weight: f64, image: usize,
): void {
  for (let i: usize = 0; i < <usize>count; i++)
    store<f64>(image + (i << 3), weight * dot(block + i * rowBytes, reflector, count));
  addScaled(image, -0.5 * weight * dot(image, reflector, count), reflector, count);
  for (let i: usize = 0; i < <usize>count; i++) {
    addScaled(block + i * rowBytes, -load<f64>(reflector + (i << 3)), image, count);
    addScaled(block + i * rowBytes, -load<f64>(image + (i << 3)), reflector, count);
  }
}

/** The product of all reflections, transposed. */
function collectReflections(matrix: usize, size: i32, weights: usize, vectors: usize): void {
  const rowBytes = (<usize>size) << 3;
  memory.fill(vectors, 0, (<usize>size) * rowBytes);
  for (let i: usize = 0; i < <usize>size; i++) store<f64>(vectors + i * rowBytes + (i << 3), 1);
  for (let j = size - 2; j >= 0; j--) {
    const weight = load<f64>(weights + ((<usize>j) << 3));
    if (weight === 0) continue;
    const reflector = matrix + (<usize>j) * rowBytes + ((<usize>(j + 1)) << 3);
    const count = size - 1 - j;
    for (let i = j + 1; i < size; i++) {
      const row = vectors + (<usize>i) * rowBytes + ((<usize>(j + 1)) << 3);
      addScaled(row, -weight * dot(row, reflector, count), reflector, count);
    }
  }
}

/** Turns rows of `vectors` as it turns the matrix of three diagonals into one. */
function diagonalize(diagonal: usize, offDiagonal: usize, size: i32, vectors: usize): void {
  const negligible = EPSILON * largestElement(diagonal, offDiagonal, size);
  for (let start = 0; start < size; start++) {
    for (let step = 0; step < MOST_STEPS; step++) {
      const end = blockEnd(offDiagonal, start, size, negligible);
      if (end === start) break;
      stepImplicitly(diagonal, offDiagonal, start, end, size, vectors);
    }
  }
}

function largestElement(diagonal: usize, offDiagonal: usize, size: i32): f64 {
  let largest: f64 = 0;
  for (let at: usize = 0; at < (<usize>size) << 3; at += 8)
    largest = Math.max(largest, Math.abs(load<f64>(diagonal + at)) + Math.abs(load<f64>(offDiagonal + at)));
  return largest;
}

/** The last row that hangs together with `start`. */
function blockEnd(offDiagonal: usize, start: i32, size: i32, negligible: f64): i32 {
  for (let i = start; i < size - 1; i++) {
    if (Math.abs(load<f64>(offDiagonal + ((<usize>i) << 3))) <= negligible) return i;
  }
  return size - 1;
}

/** One QL step with Wilkinson's shift on the rows `start..end`, as rotations that chase the bulge upwards. */
function stepImplicitly(
  diagonal: usize, offDiagonal: usize, start: i32, end: i32, size: i32, vectors: usize,
): void {
  const rowBytes = (<usize>size) << 3;
  const first = (<usize>start) << 3, last = (<usize>end) << 3;
  const coupling = load<f64>(offDiagonal + first);
  const ratio = (load<f64>(diagonal + first + 8) - load<f64>(diagonal + first)) / (2 * coupling);
  const root = Math.sqrt(ratio * ratio + 1);
  let g = load<f64>(diagonal + last) - load<f64>(diagonal + first) + coupling / (ratio + (ratio < 0 ? -root : root));
  let sine: f64 = 1, cosine: f64 = 1, shift: f64 = 0;
  for (let i = end - 1; i >= start; i--) {
    const at = (<usize>i) << 3;
    const bulge = sine * load<f64>(offDiagonal + at);
    const rest = cosine * load<f64>(offDiagonal + at);
    const radius = Math.sqrt(bulge * bulge + g * g);
    store<f64>(offDiagonal + at + 8, radius);
    if (radius === 0) {
      store<f64>(diagonal + at + 8, load<f64>(diagonal + at + 8) - shift);
      store<f64>(offDiagonal + last, 0);
      return;
    }
    sine = bulge / radius;
    cosine = g / radius;
    g = load<f64>(diagonal + at + 8) - shift;
    const turned = (load<f64>(diagonal + at) - g) * sine + 2 * cosine * rest;
    shift = sine * turned;
    store<f64>(diagonal + at + 8, g + shift);
    g = cosine * turned - rest;
    rotate(vectors + (<usize>i) * rowBytes, vectors + (<usize>(i + 1)) * rowBytes, cosine, sine, size);
  }
  store<f64>(diagonal + first, load<f64>(diagonal + first) - shift);
  store<f64>(offDiagonal + first, g);
  store<f64>(offDiagonal + last, 0);
}

function sortDescending(values: usize, vectors: usize, size: i32): void {
  const rowBytes = (<usize>size) << 3;
  for (let i = 0; i < size - 1; i++) {
    let best = i;
    for (let j = i + 1; j < size; j++) {
      if (load<f64>(values + ((<usize>j) << 3)) > load<f64>(values + ((<usize>best) << 3))) best = j;
    }
    if (best !== i) {
      swap(values + ((<usize>i) << 3), values + ((<usize>best) << 3), 1);
      swap(vectors + (<usize>i) * rowBytes, vectors + (<usize>best) * rowBytes, size);
    }
  }
}

function swap(a: usize, b: usize, length: i32): void {
  for (let i: usize = 0; i < <usize>length; i++) {
    const value = load<f64>(a + (i << 3));
    store<f64>(a + (i << 3), load<f64>(b + (i << 3)));
    store<f64>(b + (i << 3), value);
  }
}
