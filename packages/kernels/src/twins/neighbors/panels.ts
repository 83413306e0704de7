import type { Heap } from '../../compute/heap.ts';
import type { NeighborsKernels } from '../../kernels-of/neighbors.ts';

const COORDINATES = 160;
const BALL = 16;
const RADIUS = 15;
const LANES = 8;
const BLOCK = 64;
/** Where each level starts, and where the last one ends. */
const LEVELS: readonly number[] = [0, 16, 48, 96, 160];
const NOBODY = 0x3fffffff;
const LARGEST_RADIUS = 16_010;

type PanelKernels = Pick<NeighborsKernels, 'packPanels' | 'packCentres' | 'packBalls'>;

export function neighborPanelTwins(heap: Heap): PanelKernels {
  const rowsOf = (coordinates: number, start: number, stop: number) =>
    Array.from({ length: Math.max(stop - start, 0) }, (_, index) => {
      const at = coordinates / 2 + (start + index) * COORDINATES;
      return heap.i16.subarray(at, at + COORDINATES);
    });

  return {
    packPanels(coordinates, sampleCount, panels, norms, begin, end) {
      const { i16, i32 } = heap;
      for (let panel = begin; panel < end; panel++) {
        const start = panel * LANES;
        const rows = rowsOf(coordinates, start, Math.min(start + LANES, sampleCount));
        for (let lane = 0; lane < LANES; lane++) {
          const row = rows[lane] ?? new Int16Array(COORDINATES);
          placeLane(i16, row, panels / 2 + panel * LANES * COORDINATES, lane);
          for (let level = 0; level < 4; level++) {
            const missing = level === 0 ? NOBODY : 0;
            i32[norms / 4 + (panel * 4 + level) * LANES + lane] =
              rows[lane] === undefined ? missing : normOfLevel(row, level);
          }
        }
      }
    },

    packCentres(coordinates, sampleCount, centres, norms, begin, end) {
      const { i16, i32 } = heap;
      for (let block = begin; block < end; block++) {
        for (let lane = 0; lane < LANES; lane++) {
          const start = block * BLOCK + lane * LANES;
          const rows = rowsOf(coordinates, start, Math.min(start + LANES, sampleCount));
          const ball = rows.length > 0 ? ballAround(rows) : new Int16Array(BALL);
          placeLane(i16, ball, centres / 2 + block * LANES * BALL, lane);
          i32[norms / 4 + block * LANES + lane] =
            rows.length > 0 ? normOfLevel(ball, 0) - ball[RADIUS]! ** 2 : NOBODY;
        }
      }
    },

    packBalls(coordinates, sampleCount, ballSize, balls, begin, end) {
      for (let ball = begin; ball < end; ball++) {
        const start = ball * ballSize;
        const rows = rowsOf(coordinates, start, Math.min(start + ballSize, sampleCount));
        heap.i16.set(ballAround(rows), balls / 2 + ball * BALL);
      }
    },
  };
}

/** The rest of the level before is taken away; the place of the radius does not count. */
function normOfLevel(row: Int16Array, level: number): number {
  const [start = 0, end = 0] = LEVELS.slice(level, level + 2);
  let sum = 0;
  for (let i = start; i < end; i++) {
    const sign = i === start && level > 0 ? -1 : 1;
    if (i !== RADIUS) sum += sign * row[i]! * row[i]!;
  }
  return sum;
}

function ballAround(rows: readonly Int16Array[]): Int16Array {
  const ball = new Int16Array(BALL);
  for (let i = 0; i < RADIUS; i++) {
    const sum = rows.reduce((total, row) => total + row[i]!, 0);
    ball[i] = Math.floor(sum / rows.length + 0.5);
  }
  const squares = rows.map((row) => {
    let sum = 0;
    for (let i = 0; i < RADIUS; i++) sum += (row[i]! - ball[i]!) ** 2;
    return sum;
  });
  const radius = Math.ceil(Math.sqrt(Math.max(...squares)));
  if (radius > LARGEST_RADIUS) ball.fill(0);
  ball[RADIUS] = Math.min(radius, LARGEST_RADIUS);
  return ball;
}

function placeLane(i16: Int16Array, row: Int16Array, panel: number, lane: number): void {
  row.forEach((value, i) => {
    i16[panel + (i >> 1) * 2 * LANES + 2 * lane + (i & 1)] = value;
  });
}
