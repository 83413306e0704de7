import { times } from './transforms';

// The transforms of eight channels, as neighbouring vectors that some engines join to 256 bits: for that, all is loaded
// before anything is stored.

/** Six inputs to six: `transformInput`. */
// @ts-ignore: decorator
@inline
export function transformInputWide(
  p0: usize, p1: usize, p2: usize, p3: usize, p4: usize, p5: usize, to: usize, toStep: usize,
): void {
  const a0 = v128.load(p0), b0 = v128.load(p0, 16), a1 = v128.load(p1), b1 = v128.load(p1, 16);
  const a2 = v128.load(p2), b2 = v128.load(p2, 16), a3 = v128.load(p3), b3 = v128.load(p3, 16);
  const a4 = v128.load(p4), b4 = v128.load(p4, 16), a5 = v128.load(p5), b5 = v128.load(p5, 16);
  const nearA = times(-4, a2, a4), nearB = times(-4, b2, b4);
  const oddA = times(-4, a1, a3), oddB = times(-4, b1, b3);
  const farA = f32x4.sub(a4, a2), farB = f32x4.sub(b4, b2);
  const doubleA = f32x4.sub(a3, a1), doubleB = f32x4.sub(b3, b1);
  v128.store(to, times(4, a0, times(-5, a2, a4)));
  v128.store(to, times(4, b0, times(-5, b2, b4)), 16);
  to += toStep;
  v128.store(to, f32x4.add(nearA, oddA));
  v128.store(to, f32x4.add(nearB, oddB), 16);
  to += toStep;
  v128.store(to, f32x4.sub(nearA, oddA));
  v128.store(to, f32x4.sub(nearB, oddB), 16);
  to += toStep;
  v128.store(to, times(2, doubleA, farA));
  v128.store(to, times(2, doubleB, farB), 16);
  to += toStep;
  v128.store(to, times(-2, doubleA, farA));
  v128.store(to, times(-2, doubleB, farB), 16);
  to += toStep;
  v128.store(to, times(4, a1, times(-5, a3, a5)));
  v128.store(to, times(4, b1, times(-5, b3, b5)), 16);
}

/** Six products to `size` outputs, 2 to 4: `transformOutput`. */
// @ts-ignore: decorator
@inline
export function transformOutputWide(size: i32, from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const a0 = v128.load(from), b0 = v128.load(from, 16);
  from += fromStep;
  const a1 = v128.load(from), b1 = v128.load(from, 16);
  from += fromStep;
  const a2 = v128.load(from), b2 = v128.load(from, 16);
  from += fromStep;
  const a3 = v128.load(from), b3 = v128.load(from, 16);
  from += fromStep;
  const a4 = v128.load(from), b4 = v128.load(from, 16);
  from += fromStep;
  const a5 = v128.load(from), b5 = v128.load(from, 16);
  const nearA = f32x4.sub(a1, a2), nearB = f32x4.sub(b1, b2);
  const farA = f32x4.sub(a3, a4), farB = f32x4.sub(b3, b4);
  const nearSumA = f32x4.add(a1, a2), nearSumB = f32x4.add(b1, b2);
  const farSumA = f32x4.add(a3, a4), farSumB = f32x4.add(b3, b4);
  v128.store(to, f32x4.add(a0, f32x4.add(nearSumA, farSumA)));
  v128.store(to, f32x4.add(b0, f32x4.add(nearSumB, farSumB)), 16);
  to += toStep;
  if (size === 2) {
    v128.store(to, f32x4.add(times(2, farA, nearA), a5));
    v128.store(to, f32x4.add(times(2, farB, nearB), b5), 16);
    return;
  }
  v128.store(to, times(2, farA, nearA));
  v128.store(to, times(2, farB, nearB), 16);
  to += toStep;
  if (size === 3) {
    v128.store(to, f32x4.add(times(4, farSumA, nearSumA), a5));
    v128.store(to, f32x4.add(times(4, farSumB, nearSumB), b5), 16);
    return;
  }
  v128.store(to, times(4, farSumA, nearSumA));
  v128.store(to, times(4, farSumB, nearSumB), 16);
  to += toStep;
  v128.store(to, f32x4.add(times(8, farA, nearA), a5));
  v128.store(to, f32x4.add(times(8, farB, nearB), b5), 16);
}

/** `size` gradients of outputs to six of products: `transformGradient`. */
// @ts-ignore: decorator
@inline
export function transformGradientWide(
  size: i32, p0: usize, p1: usize, p2: usize, p3: usize, to: usize, toStep: usize,
): void {
  const a0 = v128.load(p0), b0 = v128.load(p0, 16), a1 = v128.load(p1), b1 = v128.load(p1, 16);
  if (size === 2) {
    storeSix(to, toStep, a0, b0, f32x4.add(a0, a1), f32x4.add(b0, b1), f32x4.sub(a0, a1), f32x4.sub(b0, b1),
      times(2, a1, a0), times(2, b1, b0), times(-2, a1, a0), times(-2, b1, b0), a1, b1);
    return;
  }
  const a2 = v128.load(p2), b2 = v128.load(p2, 16);
  const evenA = f32x4.add(a0, a2), evenB = f32x4.add(b0, b2);
  const evenFarA = times(4, a2, a0), evenFarB = times(4, b2, b0);
  if (size === 3) {
    storeSix(to, toStep, a0, b0, f32x4.add(evenA, a1), f32x4.add(evenB, b1), f32x4.sub(evenA, a1), f32x4.sub(evenB, b1),
      times(2, a1, evenFarA), times(2, b1, evenFarB), times(-2, a1, evenFarA), times(-2, b1, evenFarB), a2, b2);
    return;
  }
  const a3 = v128.load(p3), b3 = v128.load(p3, 16);
  const oddA = f32x4.add(a1, a3), oddB = f32x4.add(b1, b3);
  const oddFarA = times(8, a3, f32x4.add(a1, a1)), oddFarB = times(8, b3, f32x4.add(b1, b1));
  storeSix(to, toStep, a0, b0, f32x4.add(evenA, oddA), f32x4.add(evenB, oddB), f32x4.sub(evenA, oddA), f32x4.sub(evenB, oddB),
    f32x4.add(evenFarA, oddFarA), f32x4.add(evenFarB, oddFarB), f32x4.sub(evenFarA, oddFarA), f32x4.sub(evenFarB, oddFarB), a3, b3);
}

// @ts-ignore: decorator
@inline
export function storeSix(
  to: usize, step: usize, a0: v128, b0: v128, a1: v128, b1: v128, a2: v128, b2: v128,
  a3: v128, b3: v128, a4: v128, b4: v128, a5: v128, b5: v128,
): void {
  v128.store(to, a0);
  v128.store(to, b0, 16);
  to += step;
  v128.store(to, a1);
  v128.store(to, b1, 16);
  to += step;
  v128.store(to, a2);
  v128.store(to, b2, 16);
  to += step;
  v128.store(to, a3);
  v128.store(to, b3, 16);
  to += step;
  v128.store(to, a4);
  v128.store(to, b4, 16);
  to += step;
  v128.store(to, a5);
  v128.store(to, b5, 16);
}
