import { firstLanes, storeLanes, sumOfLanes } from '../lanes';
import { logarithm } from '../math/logarithm';
import { exponentialsOfRow, maximumOfRow } from '../reduction/softmax-row';

/**
 * The loss of each row, `-sum(targets * log(softmax(logits)))`, and its gradient by the logits. Items are rows.
 */
export function softmaxCrossEntropy(
  logits: usize,
  targets: usize,
  losses: usize,
  gradient: usize,
  classes: i32,
  begin: i32,
  end: i32,
): void {
  const rowBytes = (<usize>classes) << 2;
  for (let row = begin; row < end; row++) {
    const at = <usize>row * rowBytes;
    const highest = maximumOfRow(logits + at, classes);
    const total = exponentialsOfRow(logits + at, gradient + at, classes, highest);
    const weight = sumOfRow(targets + at, classes);
    store<f32>(
      losses + ((<usize>row) << 2),
      lossOfRow(
        logits + at,
        targets + at,
        classes,
        highest + f32x4.extract_lane(logarithm(f32x4.splat(total)), 0),
      ),
    );
    scaleAndSubtract(gradient + at, targets + at, classes, weight / total);
  }
}

function sumOfRow(row: usize, classes: i32): f32 {
  let sum = f32x4.splat(0);
  for (let c = 0; c < classes; c += 4)
    sum = f32x4.add(sum, v128.and(v128.load(row + ((<usize>c) << 2)), firstLanes(classes - c)));
  return sumOfLanes(sum);
}

function lossOfRow(logits: usize, targets: usize, classes: i32, logOfTotal: f32): f32 {
  let sum = f32x4.splat(0);
  const reference = f32x4.splat(logOfTotal);
  for (let c = 0; c < classes; c += 4) {
    const at = (<usize>c) << 2;
    const terms = f32x4.mul(v128.load(targets + at), f32x4.sub(reference, v128.load(logits + at)));
    sum = f32x4.add(sum, v128.and(terms, firstLanes(classes - c)));
  }
  return sumOfLanes(sum);
}

function scaleAndSubtract(gradient: usize, targets: usize, classes: i32, scale: f32): void {
  const factor = f32x4.splat(scale);
  for (let c = 0; c < classes; c += 4) {
    const at = (<usize>c) << 2;
    const slope = f32x4.sub(f32x4.mul(v128.load(gradient + at), factor), v128.load(targets + at));
    storeLanes(gradient + at, slope, classes - c);
  }
}
