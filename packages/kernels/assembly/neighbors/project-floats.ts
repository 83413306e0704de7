import { multiplyDoubles } from '../products/double-tiles';
import { ROW_BYTES } from './coordinates';
import { centredQuads, clearSums, partsOf, QUAD_BYTES, ROWS, RUN, squareOf, tile, writeRows } from './projection';

/** The same as `projectBytes` for samples of float32, in float64: runs of 512 features in order, then added in order. */
export function projectFloats(
  samples: usize, featureCount: i32, centre: usize, directions: usize, axisCount: i32, mixing: usize, scale: f64,
  coordinates: usize, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>featureCount) << 5;
  for (let first = begin; first < end; first += ROWS) {
    const count = min(ROWS, end - first);
    clearSums();
    for (let feature = 0; feature < featureCount; feature += RUN) {
      const length = min(RUN, featureCount - feature);
      const from = samples + (((<usize>first) * (<usize>featureCount) + (<usize>feature)) << 2);
      packRun(from, featureCount, count, centre + ((<usize>feature) << 2), length);
      for (let axis = 0; axis < axisCount; axis += 4) {
        const right = directions + (<usize>(axis >> 2)) * panelBytes + ((<usize>feature) << 5);
        for (let quad = 0; quad < count; quad += 4) {
          multiplyDoubles(centredQuads() + (<usize>(quad >> 2)) * QUAD_BYTES, right, length, tile());
          addTile(partsOf(quad >> 2), axis, min(axis + 4, axisCount));
        }
      }
    }
    writeRows(count, axisCount, mixing, scale, coordinates + (<usize>first) * ROW_BYTES);
  }
}

/** A run of features less the centre as quads, `[length][4]` float64; missing samples count as zeros. */
function packRun(samples: usize, featureCount: i32, count: i32, centre: usize, length: i32): void {
  memory.fill(centredQuads(), 0, <usize>ROWS / 4 * QUAD_BYTES);
  for (let row = 0; row < count; row++) {
    const from = samples + (((<usize>row) * (<usize>featureCount)) << 2);
    const to = centredQuads() + (<usize>(row >> 2)) * QUAD_BYTES + ((<usize>(row & 3)) << 3);
    let sum: f64 = 0;
    for (let at: usize = 0; at < <usize>length; at++) {
      const value = <f64>load<f32>(from + (at << 2)) - <f64>load<f32>(centre + (at << 2));
      store<f64>(to + (at << 5), value);
      sum += value * value;
    }
    store<f64>(squareOf(row), load<f64>(squareOf(row)) + sum);
  }
}

/** Row after row of four axes, to axis after axis of four rows. */
function addTile(parts: usize, start: i32, end: i32): void {
  for (let axis = start; axis < end; axis++) {
    for (let row: usize = 0; row < 4; row++) {
      const to = parts + ((<usize>axis) << 5) + (row << 3);
      store<f64>(to, load<f64>(to) + load<f64>(tile() + (row << 5) + ((<usize>(axis - start)) << 3)));
    }
  }
}
