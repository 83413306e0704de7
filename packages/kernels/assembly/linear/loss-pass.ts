import { scratch } from '../scratch';
import { addGradients } from './gradients';
import { lossOfEach, MULTINOMIAL, multinomialLoss } from './losses';
import { marginsOf } from './margins';
import { scaleRows } from './scale-rows';

export function linearLossOfBytes(
  samples: usize, sampleCount: i32, featureCount: i32, mean: usize, inverseScale: usize,
  codes: usize, sampleWeights: usize, sideWeights: usize, kind: i32, weights: usize, intercepts: usize, classes: usize, outputCount: i32,
  pieceRows: i32, blockRows: i32, gradients: usize, tails: usize, begin: i32, end: i32,
): void {
  const stride = ((<usize>featureCount + 7) & ~7) << 2;
  const lanes = (<usize>outputCount + 3) & ~3;
  const margins = scratch + (<usize>blockRows) * stride;
  clearMargins(margins, blockRows, lanes);
  for (let piece = begin; piece < end; piece++) {
    const gradient = gradients + (<usize>piece) * (<usize>outputCount) * stride;
    const tail = tails + (<usize>piece) * (lanes << 4);
    memory.fill(gradient, 0, (<usize>outputCount) * stride);
    memory.fill(tail, 0, lanes << 4);
    const last = min((piece + 1) * pieceRows, sampleCount);
    for (let row = piece * pieceRows; row < last; row += blockRows) {
      const count = min(blockRows, last - row);
      const ofRow = (<usize>row) << 2;
      scaleRows(samples + (<usize>row) * (<usize>featureCount), count, featureCount, mean, inverseScale, scratch, stride);
      addBlock(
        scratch, count, stride, codes + ofRow, sampleWeights + ofRow, sideWeights, kind, weights, intercepts, classes, outputCount, lanes,
        margins, gradient, tail,
      );
    }
  }
}

export function linearLossOfFloats(
  samples: usize, sampleCount: i32, featureCount: i32,
  codes: usize, sampleWeights: usize, sideWeights: usize, kind: i32, weights: usize, intercepts: usize, classes: usize, outputCount: i32,
  pieceRows: i32, blockRows: i32, gradients: usize, tails: usize, begin: i32, end: i32,
): void {
  const stride = ((<usize>featureCount + 7) & ~7) << 2;
  const lanes = (<usize>outputCount + 3) & ~3;
  clearMargins(scratch, blockRows, lanes);
  for (let piece = begin; piece < end; piece++) {
    const gradient = gradients + (<usize>piece) * (<usize>outputCount) * stride;
    const tail = tails + (<usize>piece) * (lanes << 4);
    memory.fill(gradient, 0, (<usize>outputCount) * stride);
    memory.fill(tail, 0, lanes << 4);
    const last = min((piece + 1) * pieceRows, sampleCount);
    for (let row = piece * pieceRows; row < last; row += blockRows) {
      const ofRow = (<usize>row) << 2;
      addBlock(
        samples + (<usize>row) * stride, min(blockRows, last - row), stride, codes + ofRow, sampleWeights + ofRow, sideWeights,
        kind, weights, intercepts, classes, outputCount, lanes, scratch, gradient, tail,
      );
    }
  }
}

/** While some rows are in the cache: margins, losses and slopes, gradients. */
function addBlock(
  rows: usize, count: i32, stride: usize, codes: usize, sampleWeights: usize, sideWeights: usize, kind: i32,
  weights: usize, intercepts: usize, classes: usize, outputCount: i32, lanes: usize, margins: usize, gradient: usize, tail: usize,
): void {
  const marginStride = lanes << 2;
  const losses = tail + (lanes << 3);
  marginsOf(rows, count, stride, weights, outputCount, margins, marginStride);
  if (kind === MULTINOMIAL)
    multinomialLoss(margins, count, marginStride, intercepts, codes, sampleWeights, tail, losses);
  else lossOfEach(kind, margins, count, marginStride, intercepts, classes, codes, sampleWeights, sideWeights, tail, losses);
  addGradients(rows, count, stride, margins, marginStride, gradient, outputCount);
}

/** Scratch may hold anything, and the lanes behind the last output are computed with. */
function clearMargins(margins: usize, blockRows: i32, lanes: usize): void {
  memory.fill(margins, 0, (<usize>blockRows) * (lanes << 2));
}
