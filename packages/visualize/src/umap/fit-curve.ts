/** The curve of closeness on a map: `1 / (1 + a distance^(2 b))`. */
export interface Curve {
  readonly a: number;
  readonly b: number;
}

const SAMPLE_COUNT = 300;
const SMALLEST_GAIN = 1e-14;
const MOST_STEPS = 500;

/**
 * The curve that is nearest, by least squares, to 1 up to `minDist` and to an exponential decay of scale `spread`
 * beyond it. Rounded to float32, so that platforms agree whose powers differ in the last bits.
 *
 * @remarks Levenberg's and Marquardt's method, from a = b = 1.
 * @see find_ab_params of umap-learn
 */
export function fitCurve(minDist: number, spread: number): Curve {
  const samples = Array.from({ length: SAMPLE_COUNT }, (_, i) => {
    const distance = (3 * spread * i) / (SAMPLE_COUNT - 1);
    return { distance, closeness: distance < minDist ? 1 : Math.exp((minDist - distance) / spread) };
  });
  let best = normalEquations(samples, { a: 1, b: 1 });
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS && damping < 1e12; step++) {
    const next = normalEquations(samples, dampedStep(best, damping));
    if (!(next.error < best.error)) {
      damping *= 4;
      continue;
    }
    const gain = best.error - next.error;
    best = next;
    damping /= 4;
    if (gain < SMALLEST_GAIN * best.error) break;
  }
  return { a: Math.fround(best.curve.a), b: Math.fround(best.curve.b) };
}

interface ClosenessSample {
  readonly distance: number;
  readonly closeness: number;
}

interface NormalEquations {
  readonly curve: Curve;
  readonly error: number;
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
  readonly toA: number;
  readonly toB: number;
}

function normalEquations(samples: readonly ClosenessSample[], curve: Curve): NormalEquations {
  let [error, aa, ab, bb, toA, toB] = [0, 0, 0, 0, 0, 0];
  for (const { distance, closeness } of samples) {
    const power = distance ** (2 * curve.b);
    const height = 1 / (1 + curve.a * power);
    const residual = closeness - height;
    const alongA = -power * height ** 2;
    const alongB = distance > 0 ? 2 * curve.a * Math.log(distance) * alongA : 0;
    error += residual ** 2;
    aa += alongA ** 2;
    ab += alongA * alongB;
    bb += alongB ** 2;
    toA += alongA * residual;
    toB += alongB * residual;
  }
  return { curve, error, aa, ab, bb, toA, toB };
}

function dampedStep({ curve, aa, ab, bb, toA, toB }: NormalEquations, damping: number): Curve {
  const [firstPivot, lastPivot] = [aa * (1 + damping), bb * (1 + damping)];
  const determinant = firstPivot * lastPivot - ab * ab;
  return {
    a: curve.a + (lastPivot * toA - ab * toB) / determinant,
    b: curve.b + (firstPivot * toB - ab * toA) / determinant,
  };
}
