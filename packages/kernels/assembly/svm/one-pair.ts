import { packNothing, packVector, units } from './coordinates';
import {
  bounds, diagonals, duals, FAR, gradients, identities, mayGrow, mayShrink, moves, offsets, setPair, sideline, size,
  steps, vectorAt,
} from './variables';
import { violation } from './violators';

const OUTCOME_BYTES: usize = 32;

/**
 * Places the vectors of a pair, with all dual coefficients at zero.
 *
 * @param ranges - Start and count of the first class among the members, then of the second.
 */
export function beginPair(index: i32, ranges: usize, members: usize, boxes: usize): void {
  const firstStart = load<i32>(ranges), firstCount = load<i32>(ranges, 4);
  const secondStart = load<i32>(ranges, 8), count = firstCount + load<i32>(ranges, 12);
  setPair(index, count);
  const padded = ((count + 7) & ~7) + 8;
  for (let place = 0; place < padded; place++) {
    const at4 = (<usize>place) << 2, at8 = (<usize>place) << 3;
    store<f64>(duals + at8, 0);
    store<f64>(moves + at8, 0);
    sideline(place);
    const isThere = place < count, isFirst = place < firstCount;
    store<f64>(gradients + at8, !isThere ? 0 : isFirst ? 1 : -1);
    if (!isThere) {
      store<f64>(bounds + at8, 0);
      packNothing(vectorAt(place, units), 32, offsets + at4, diagonals + at4);
      continue;
    }
    const member = <usize>(isFirst ? firstStart + place : secondStart + place - firstCount);
    const box = load<f64>(boxes + (member << 3));
    store<f64>(bounds + at8, isFirst ? box : -box);
    store<i32>(identities + at4, place);
    packVector(load<i32>(members + (member << 2)), vectorAt(place, units), 32, offsets + at4, diagonals + at4);
  }
}

/** Writes the dual coefficients in the order of the pair's vectors, and its outcome. */
export function finishPair(to: usize, outcome: usize): void {
  let sum: f64 = 0, free = 0, objective: f64 = 0;
  let largest = -FAR, smallest = FAR;
  for (let place = 0; place < size; place++) {
    const dual = load<f64>(duals + ((<usize>place) << 3)), gradient = load<f64>(gradients + ((<usize>place) << 3));
    const side: f64 = load<f64>(bounds + ((<usize>place) << 3)) > 0 ? 1 : -1;
    store<f64>(to + ((<usize>load<i32>(identities + ((<usize>place) << 2))) << 3), dual);
    objective += 0.5 * dual * (side + gradient);
    const grows = mayGrow(place), shrinks = mayShrink(place);
    if (grows && shrinks) {
      sum += gradient;
      free++;
    } else if (grows) largest = max(largest, gradient);
    else smallest = min(smallest, gradient);
  }
  store<f64>(outcome, free > 0 ? sum / <f64>free : 0.5 * (largest + smallest));
  store<f64>(outcome, objective, 8);
  store<f64>(outcome, steps, 16);
  store<f64>(outcome, violation, 24);
}

export function outcomeAt(outcomes: usize, pair: i32): usize {
  return outcomes + (<usize>pair) * OUTCOME_BYTES;
}
