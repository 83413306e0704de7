import { multiplyAdd } from '../../multiply-add';

// Winograd's transforms with the points 0, 1, -1, 2, -2 and infinity: F(4x4, 3x3), F(3x3, 4x4) and F(2x2, 5x5) share the
// input's. They take vectors
// from where they are, or `fromStep` bytes apart, and leave them `toStep` bytes apart.

// @ts-ignore: decorator
@inline
export function times(factor: f32, x: v128, plus: v128): v128 {
  return multiplyAdd(f32x4.splat(factor), x, plus);
}

/** Six inputs to six. */
// @ts-ignore: decorator
@inline
export function transformInput(
  p0: usize, p1: usize, p2: usize, p3: usize, p4: usize, p5: usize, to: usize, toStep: usize,
): void {
  const d0 = v128.load(p0), d1 = v128.load(p1), d2 = v128.load(p2);
  const d3 = v128.load(p3), d4 = v128.load(p4), d5 = v128.load(p5);
  const near = times(-4, d2, d4), odd = times(-4, d1, d3);
  const far = f32x4.sub(d4, d2), double = f32x4.sub(d3, d1);
  v128.store(to, times(4, d0, times(-5, d2, d4)));
  v128.store(to + toStep, f32x4.add(near, odd));
  v128.store(to + 2 * toStep, f32x4.sub(near, odd));
  v128.store(to + 3 * toStep, times(2, double, far));
  v128.store(to + 4 * toStep, times(-2, double, far));
  v128.store(to + 5 * toStep, times(4, d1, times(-5, d3, d5)));
}

/** Six products to `size` outputs, 2 to 4. */
// @ts-ignore: decorator
@inline
export function transformOutput(size: i32, from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const d0 = v128.load(from), d1 = v128.load(from + fromStep), d2 = v128.load(from + 2 * fromStep);
  const d3 = v128.load(from + 3 * fromStep), d4 = v128.load(from + 4 * fromStep), d5 = v128.load(from + 5 * fromStep);
  const near = f32x4.sub(d1, d2), far = f32x4.sub(d3, d4);
  const nearSum = f32x4.add(d1, d2), farSum = f32x4.add(d3, d4);
  v128.store(to, f32x4.add(d0, f32x4.add(nearSum, farSum)));
  if (size === 2) {
    v128.store(to + toStep, f32x4.add(times(2, far, near), d5));
    return;
  }
  v128.store(to + toStep, times(2, far, near));
  if (size === 3) {
    v128.store(to + 2 * toStep, f32x4.add(times(4, farSum, nearSum), d5));
    return;
  }
  v128.store(to + 2 * toStep, times(4, farSum, nearSum));
  v128.store(to + 3 * toStep, f32x4.add(times(8, far, near), d5));
}

/** The adjoint of `transformOutput`: `size` gradients of outputs to six of products. */
// @ts-ignore: decorator
@inline
export function transformGradient(
  size: i32, p0: usize, p1: usize, p2: usize, p3: usize, to: usize, toStep: usize,
): void {
  const d0 = v128.load(p0), d1 = v128.load(p1);
  v128.store(to, d0);
  if (size === 2) {
    v128.store(to + toStep, f32x4.add(d0, d1));
    v128.store(to + 2 * toStep, f32x4.sub(d0, d1));
    v128.store(to + 3 * toStep, times(2, d1, d0));
    v128.store(to + 4 * toStep, times(-2, d1, d0));
    v128.store(to + 5 * toStep, d1);
    return;
  }
  const d2 = v128.load(p2);
  const even = f32x4.add(d0, d2), evenFar = times(4, d2, d0);
  if (size === 3) {
    v128.store(to + toStep, f32x4.add(even, d1));
    v128.store(to + 2 * toStep, f32x4.sub(even, d1));
    v128.store(to + 3 * toStep, times(2, d1, evenFar));
    v128.store(to + 4 * toStep, times(-2, d1, evenFar));
    v128.store(to + 5 * toStep, d2);
    return;
  }
  const d3 = v128.load(p3);
  const odd = f32x4.add(d1, d3), oddFar = times(8, d3, f32x4.add(d1, d1));
  v128.store(to + toStep, f32x4.add(even, odd));
  v128.store(to + 2 * toStep, f32x4.sub(even, odd));
  v128.store(to + 3 * toStep, f32x4.add(evenFar, oddFar));
  v128.store(to + 4 * toStep, f32x4.sub(evenFar, oddFar));
  v128.store(to + 5 * toStep, d3);
}
