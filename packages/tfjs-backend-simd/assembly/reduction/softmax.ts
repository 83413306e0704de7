import { storeLanes } from '../lanes';
import { exponentialsOfRow, maximumOfRow } from './softmax-row';

/** The softmax of each row. Items are rows. */
export function softmax(logits: usize, y: usize, classes: i32, begin: i32, end: i32): void {
  const rowBytes = (<usize>classes) << 2;
  for (let row = begin; row < end; row++) {
    const from = logits + <usize>row * rowBytes;
    const to = y + <usize>row * rowBytes;
    const total = f32x4.splat(exponentialsOfRow(from, to, classes, maximumOfRow(from, classes)));
    for (let c = 0; c < classes; c += 4) {
      const at = to + ((<usize>c) << 2);
      storeLanes(at, f32x4.div(v128.load(at), total), classes - c);
    }
  }
}
