import { multiplyFloats } from '../products/float-tile';
import { multiplyPairs } from '../products/pair-tiles';
import { scratch } from '../scratch';
import { differFloats } from './difference-tile';

export const LINEAR = 0;
export const POLY = 1;
export const RBF = 2;

export let areFloats: bool = false;
export let kind: i32 = RBF;
export let factor: f32 = 0;
let degree: i32 = 3;

export function setKernelFunction(floats: i32, kernelKind: i32, kernelFactor: f64, kernelDegree: i32): void {
  areFloats = floats !== 0;
  kind = kernelKind;
  factor = <f32>kernelFactor;
  degree = kernelDegree;
}

/** Scratch that `multiplyQuads` needs. */
export const TILE_BYTES = 128;

/**
 * Inner products of the vectors of quads with those of panels, int32 or float32; for the RBF of floats their squared
 * distances.
 *
 * @param products - `[4 * quadCount, rowBytes / 4]`
 */
export function multiplyQuads(
  quads: usize, quadCount: i32, panels: usize, panelCount: i32, units: i32, products: usize, rowBytes: usize,
): void {
  const quadBytes = (<usize>units) << 4, panelBytes = (<usize>units) << 5;
  for (let panel = 0; panel < panelCount; panel++) {
    const right = panels + (<usize>panel) * panelBytes;
    for (let quad = 0; quad < quadCount; quad++) {
      multiplyTile(quads + (<usize>quad) * quadBytes, right, units);
      const to = products + (<usize>(4 * quad)) * rowBytes + ((<usize>panel) << 5);
      copyRow(scratch, to);
      copyRow(scratch + 32, to + rowBytes);
      copyRow(scratch + 64, to + 2 * rowBytes);
      copyRow(scratch + 96, to + 3 * rowBytes);
    }
  }
}

function multiplyTile(quad: usize, panel: usize, units: i32): void {
  if (!areFloats) multiplyPairs(quad, 16, panel, units, scratch);
  else if (kind === RBF) differFloats(quad, panel, units, scratch);
  else multiplyFloats(quad, panel, units, scratch);
}

function copyRow(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, 16), 16);
}

/** Kernel values in place of what `multiplyQuads` has left. @param count - A multiple of four. */
export function toKernelValues(row: usize, own: usize, offsets: usize, count: i32): void {
  const end = row + ((<usize>count) << 2);
  if (kind === RBF) {
    if (areFloats) scaleDistances(row, end);
    else scaleIntegerDistances(row, end, load<i32>(own), offsets);
    exponentiate(row, end);
    return;
  }
  scaleProducts(row, end, load<f32>(own), offsets);
  if (kind === POLY) power(row, end);
  else if (kind !== LINEAR) tangent(row, end);
}

/** The kernel of a vector with itself, from its inner product with itself. */
export function diagonalOf(squared: f32, offset: f32): f32 {
  if (kind === RBF) return 1;
  store<f32>(scratch, areFloats ? squared : 0);
  if (!areFloats) store<i32>(scratch, <i32>squared);
  store<f32>(scratch, offset, 16);
  toKernelValues(scratch, scratch + 16, scratch + 16, 4);
  return load<f32>(scratch);
}

function scaleDistances(row: usize, end: usize): void {
  const scale = f32x4.splat(factor);
  for (; row < end; row += 16) v128.store(row, f32x4.mul(v128.load(row), scale));
}

function scaleIntegerDistances(row: usize, end: usize, own: i32, squares: usize): void {
  const scale = f32x4.splat(factor), ownSquare = i32x4.splat(own);
  for (; row < end; row += 16, squares += 16) {
    const distance = i32x4.sub(i32x4.add(ownSquare, v128.load(squares)), i32x4.shl(v128.load(row), 1));
    v128.store(row, f32x4.mul(f32x4.convert_i32x4_s(distance), scale));
  }
}

function scaleProducts(row: usize, end: usize, own: f32, offsets: usize): void {
  const scale = f32x4.splat(factor), ownOffset = f32x4.splat(own);
  for (; row < end; row += 16, offsets += 16) {
    const raw = v128.load(row);
    const product = areFloats ? raw : f32x4.convert_i32x4_s(raw);
    v128.store(row, f32x4.add(f32x4.mul(product, scale), f32x4.add(ownOffset, v128.load(offsets))));
  }
}

function power(row: usize, end: usize): void {
  for (; row < end; row += 16) {
    const base = v128.load(row);
    let value = f32x4.splat(1);
    for (let i = 0; i < degree; i++) value = f32x4.mul(value, base);
    v128.store(row, value);
  }
}

function exponentiate(row: usize, end: usize): void {
  for (; row < end; row += 16) v128.store(row, exponential(v128.load(row)));
}

/** `(1 - e) / (1 + e)` with `e = exp(-2 |x|)`, and the sign of `x`. */
function tangent(row: usize, end: usize): void {
  const one = f32x4.splat(1), signs = i32x4.splat(i32.MIN_VALUE);
  for (; row < end; row += 16) {
    const x = v128.load(row);
    const e = exponential(f32x4.mul(f32x4.abs(x), f32x4.splat(-2)));
    const size = f32x4.div(f32x4.sub(one, e), f32x4.add(one, e));
    v128.store(row, v128.bitselect(x, size, signs));
  }
}

/**
 * `exp(x)` for `x <= 0`, to a relative 2e-7: a power of two times a polynomial on half an octave to either side.
 *
 * @see Cephes, expf.
 */
function exponential(x: v128): v128 {
  const bounded = f32x4.pmax(x, f32x4.splat(-87));
  const rounder = f32x4.splat(12582912);
  const shifted = f32x4.add(f32x4.mul(bounded, f32x4.splat(1.44269504)), rounder);
  const octaves = f32x4.sub(shifted, rounder);
  const coarse = f32x4.sub(bounded, f32x4.mul(octaves, f32x4.splat(0.693359375)));
  const r = f32x4.sub(coarse, f32x4.mul(octaves, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  return f32x4.mul(p, i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23));
}
