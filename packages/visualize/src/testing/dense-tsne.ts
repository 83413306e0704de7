/** Square matrix of joint affinities, `[sampleCount, sampleCount]`, by the definition in float64 and plain bisection. */
export function denseAffinities(
  samples: Float32Array,
  sampleCount: number,
  perplexity: number,
  neighborCount: number = sampleCount - 1,
): Float64Array {
  const featureCount = samples.length / sampleCount;
  const joint = new Float64Array(sampleCount ** 2);
  for (let row = 0; row < sampleCount; row++) {
    const squares = Array.from({ length: sampleCount }, (_, other) => {
      let sum = 0;
      for (let f = 0; f < featureCount; f++)
        sum += ((samples[row * featureCount + f] ?? 0) - (samples[other * featureCount + f] ?? 0)) ** 2;
      return other === row ? Infinity : sum;
    });
    const limit = squares.toSorted((a, b) => a - b)[neighborCount - 1] ?? Infinity;
    const near = squares.map((square) => (square <= limit ? square : Infinity));
    conditionalAffinities(near, perplexity).forEach((p, other) => {
      for (const at of [row * sampleCount + other, other * sampleCount + row])
        joint[at] = (joint[at] ?? 0) + p / (2 * sampleCount);
    });
  }
  return joint;
}

function conditionalAffinities(squares: readonly number[], perplexity: number): readonly number[] {
  const nearest = Math.min(...squares);
  const entropyAt = (precision: number) => {
    const values = squares.map((square) => Math.exp(-precision * (square - nearest)));
    const sum = values.reduce((total, value) => total + value, 0);
    const shares = values.map((value) => value / sum);
    return { shares, entropy: -shares.reduce((total, p) => (p > 0 ? total + p * Math.log(p) : total), 0) };
  };
  let [low, high] = [1e-12, 1e12];
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high);
    if (entropyAt(middle).entropy > Math.log(perplexity)) low = middle;
    else high = middle;
  }
  return entropyAt(low).shares;
}

/** Repulsion of every point, shape `[pointCount, 2]`, and the sum of all closenesses, by the definition in float64. */
export function denseRepulsion(map: Float32Array): { readonly forces: Float64Array; readonly sum: number } {
  const forces = new Float64Array(map.length);
  let sum = 0;
  for (let a = 0; a < map.length; a += 2) {
    const [x, y] = [map[a] ?? 0, map[a + 1] ?? 0];
    let [forceX, forceY] = [0, 0];
    for (let b = 0; b < map.length; b += 2) {
      const dx = x - (map[b] ?? 0);
      const dy = y - (map[b + 1] ?? 0);
      const closeness = 1 / (1 + dx * dx + dy * dy);
      sum += closeness;
      forceX += closeness * closeness * dx;
      forceY += closeness * closeness * dy;
    }
    forces.set([forceX, forceY], a);
  }
  return { forces, sum: sum - map.length / 2 };
}

/** The gradient of the divergence of a map from joint affinities, by the definition in float64. */
export function denseGradient(map: Float32Array, joint: Float64Array, exaggeration = 1): Float64Array {
  const pointCount = map.length / 2;
  const { forces, sum } = denseRepulsion(map);
  const gradient = forces.map((force) => (-4 * force) / sum);
  for (let a = 0; a < pointCount; a++) {
    for (let b = 0; b < pointCount; b++) {
      const dx = (map[2 * a] ?? 0) - (map[2 * b] ?? 0);
      const dy = (map[2 * a + 1] ?? 0) - (map[2 * b + 1] ?? 0);
      const pull = (4 * exaggeration * (joint[a * pointCount + b] ?? 0)) / (1 + dx * dx + dy * dy);
      gradient[2 * a] = (gradient[2 * a] ?? 0) + pull * dx;
      gradient[2 * a + 1] = (gradient[2 * a + 1] ?? 0) + pull * dy;
    }
  }
  return gradient;
}

/** The divergence of a map from joint affinities, by the definition in float64. */
export function denseDivergence(map: Float32Array, joint: Float64Array): number {
  const pointCount = map.length / 2;
  const { sum } = denseRepulsion(map);
  return joint.reduce((total, p, i) => {
    const [a, b] = [Math.floor(i / pointCount), i % pointCount];
    const dx = (map[2 * a] ?? 0) - (map[2 * b] ?? 0);
    const dy = (map[2 * a + 1] ?? 0) - (map[2 * b + 1] ?? 0);
    return p > 0 ? total + p * Math.log(p * sum * (1 + dx * dx + dy * dy)) : total;
  }, 0);
}

/** The length of the difference of two vectors, as a share of the length of the second. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [error, length] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    error += ((actual[i] ?? Number.NaN) - (expected[i] ?? 0)) ** 2;
    length += (expected[i] ?? 0) ** 2;
  }
  return Math.sqrt(error / length);
}
