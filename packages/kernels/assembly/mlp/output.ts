import { exponentials } from './exponential';

/** The least probability that counts is the rounding unit of float64, as in scikit-learn. */
const LARGEST_LOSS: f64 = 36.04365338911715;

/** Turns the scores of a row into the derivatives of its loss, in place, and returns the loss. More than two classes. */
export function softmaxRow(row: usize, panelBytes: usize, classCount: i32, code: i32): f64 {
  const wanted = scoreAt(row, panelBytes, code);
  let largest = load<f32>(wanted);
  for (let c = 0; c < classCount; c++) largest = max(largest, load<f32>(scoreAt(row, panelBytes, c)));
  const margin = <f64>largest - <f64>load<f32>(wanted);
  let sum: f32 = 0;
  for (let c = 0; c < classCount; c += 8) {
    const panel = scoreAt(row, panelBytes, c);
    v128.store(panel, exponentials(f32x4.sub(v128.load(panel), f32x4.splat(largest))));
    v128.store(panel, exponentials(f32x4.sub(v128.load(panel, 16), f32x4.splat(largest))), 16);
    const width = min(8, classCount - c);
    for (let i: usize = 0; i < 8; i++) {
      const at = panel + (i << 2);
      if (i < <usize>width) sum += load<f32>(at);
      else store<f32>(at, 0);
    }
  }
  const share = f32x4.splat(1 / sum);
  for (let c = 0; c < classCount; c += 8) {
    const panel = scoreAt(row, panelBytes, c);
    v128.store(panel, f32x4.mul(v128.load(panel), share));
    v128.store(panel, f32x4.mul(v128.load(panel, 16), share), 16);
  }
  store<f32>(wanted, load<f32>(wanted) - 1);
  return min(LARGEST_LOSS, Math.log(<f64>sum) + margin);
}

/** The same for two classes, told apart by one score. */
export function logisticRow(row: usize, code: i32): f64 {
  const score = load<f32>(row);
  const power = f32x4.extract_lane(exponentials(f32x4.splat(-Mathf.abs(score))), 0);
  const probability: f32 = score >= 0 ? 1 / (1 + power) : power / (1 + power);
  v128.store(row, f32x4.replace_lane(f32x4.splat(0), 0, probability - <f32>code));
  v128.store(row, f32x4.splat(0), 16);
  const excess: f32 = code !== 0 ? max<f32>(0, -score) : max<f32>(0, score);
  return min(LARGEST_LOSS, Math.log1p(<f64>power) + <f64>excess);
}

export function clearScores(row: usize, panelBytes: usize, classCount: i32): void {
  for (let c = 0; c < classCount; c += 8) memory.fill(scoreAt(row, panelBytes, c), 0, 32);
}

function scoreAt(row: usize, panelBytes: usize, column: i32): usize {
  return row + (<usize>(column >> 3)) * panelBytes + ((<usize>(column & 7)) << 2);
}
