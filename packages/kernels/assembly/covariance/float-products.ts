import { multiplyDoubles } from '../products/double-tiles';
import { scratch } from '../scratch';

/**
 * Rows of float32 less an origin as panels of four features, `[ceil(featureCount / 4)][rowCount][4]` float64.
 * Items are rows; missing features count as zeros.
 */
export function packCentredSamples(
  samples: usize, rowCount: i32, featureCount: i32, origin: usize, panels: usize, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>rowCount) << 5;
  for (let feature = 0; feature < featureCount; feature += 4) {
    const width = min(4, featureCount - feature);
    let to = panels + (<usize>(feature >> 2)) * panelBytes + ((<usize>begin) << 5);
    for (let row = begin; row < end; row++, to += 32) {
      const from = samples + (((<usize>row) * (<usize>featureCount) + (<usize>feature)) << 2);
      for (let i: usize = 0; i < 4; i++) {
        const value = i < <usize>width ? <f64>load<f32>(from + (i << 2)) - <f64>load<f32>(origin + ((<usize>feature + i) << 2)) : 0;
        store<f64>(to + (i << 3), value);
      }
    }
  }
}

/** Adds the products of every panel with itself and the panels behind it. Items are panels. */
export function addFloatProducts(
  panels: usize, panelCount: i32, rowCount: i32, products: usize, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>rowCount) << 5;
  const rowBytes = (<usize>panelCount) << 5;
  for (let panel = begin; panel < end; panel++) {
    for (let other = panel; other < panelCount; other++) {
      multiplyDoubles(panels + (<usize>panel) * panelBytes, panels + (<usize>other) * panelBytes, rowCount, scratch);
      let to = products + (<usize>(4 * panel)) * rowBytes + ((<usize>other) << 5);
      for (let tile = scratch; tile < scratch + 128; tile += 32, to += rowBytes) addFour(to, tile);
    }
  }
}

/** Adds the sums of the four features of a panel. Items are panels. */
export function addFloatSums(panels: usize, rowCount: i32, sums: usize, begin: i32, end: i32): void {
  for (let panel = begin; panel < end; panel++) {
    let from = panels + (((<usize>panel) * (<usize>rowCount)) << 5);
    for (let row = 0; row < rowCount; row++, from += 32) addFour(sums + ((<usize>panel) << 5), from);
  }
}

function addFour(to: usize, from: usize): void {
  v128.store(to, f64x2.add(v128.load(to), v128.load(from)));
  v128.store(to, f64x2.add(v128.load(to, 16), v128.load(from, 16)), 16);
}
