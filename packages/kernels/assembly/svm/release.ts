import { units } from './coordinates';
import {
  gradients, held, judge, mayGrow, mayShrink, middle, rows, setHeld, sideline, swap4, swapVariables,
} from './variables';

const BISECTIONS = 50;

/** Gives up a quarter of the rows: those of the variables that are least likely to move. */
export function releaseQuarter(): void {
  const surplus = max(1, held >> 2);
  const limit = slackOf(surplus);
  for (let place = 0, left = surplus; place < held && left > 0; ) {
    if (slack(place) < limit) place++;
    else {
      release(place);
      left--;
    }
  }
}

/** How far a variable at an end of its box is from leaving it. */
function slack(place: i32): f64 {
  const gradient = load<f64>(gradients + ((<usize>place) << 3));
  const grows = mayGrow(place), shrinks = mayShrink(place);
  if (grows && shrinks) return 0;
  return max(0, grows ? middle - gradient : gradient - middle);
}

/** A slack that at least `count` held variables have. */
function slackOf(count: i32): f64 {
  let low: f64 = 0, high: f64 = 0;
  for (let place = 0; place < held; place++) high = max(high, slack(place));
  for (let i = 0; i < BISECTIONS; i++) {
    const guess = 0.5 * (low + high);
    let reaching = 0;
    for (let place = 0; place < held; place++) if (slack(place) >= guess) reaching++;
    if (reaching >= count) low = guess;
    else high = guess;
  }
  return low;
}

function release(place: i32): void {
  const last = held - 1;
  swapVariables(place, last, units);
  swap4(rows + ((<usize>place) << 2), rows + ((<usize>last) << 2));
  for (let other = 0; other < last; other++) {
    const row = <usize>load<u32>(rows + ((<usize>other) << 2));
    swap4(row + ((<usize>place) << 2), row + ((<usize>last) << 2));
  }
  judge(place);
  sideline(last);
  setHeld(last);
}
