import type { ViewerCamera } from '@fashion-mnist/visualize/view';

export interface CountedMap {
  /** `x0, y0, ...` in any unit; NaN: not on the map. */
  readonly positions: Float32Array;
  readonly labels: Uint8Array;
  /** 1 per id that is seen; undefined: all. */
  readonly mask: Uint8Array | undefined;
}

export interface CountedView {
  readonly camera: ViewerCamera;
  /** Of the container, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** How many images of each class lie in view. Hidden classes count too: they show what is there. */
export function countInView(
  map: CountedMap,
  { camera, width, height }: CountedView,
  classCount: number,
): Uint32Array<ArrayBuffer> {
  const { positions, labels, mask } = map;
  const { x, y, unit } = unitOf(positions);
  const [reachX, reachY] = [width / 2 / camera.scale, height / 2 / camera.scale];
  const counts = new Uint32Array(classCount);
  labels.forEach((label, id) => {
    if (mask !== undefined && mask[id] === 0) return;
    const dx = ((positions[2 * id] ?? Number.NaN) - x) / unit - camera.x;
    const dy = ((positions[2 * id + 1] ?? Number.NaN) - y) / unit - camera.y;
    if (Math.abs(dx) <= reachX && Math.abs(dy) <= reachY) counts[label] = (counts[label] ?? 0) + 1;
  });
  return counts;
}

/** The middle of a map, and half of its longer side: what the viewer calls 0 and 1. */
function unitOf(positions: Float32Array): { readonly x: number; readonly y: number; readonly unit: number } {
  const least = [Infinity, Infinity];
  const most = [-Infinity, -Infinity];
  positions.forEach((value, i) => {
    const axis = i % 2;
    if (value < (least[axis] ?? 0)) least[axis] = value;
    if (value > (most[axis] ?? 0)) most[axis] = value;
  });
  const [xMin = 0, yMin = 0] = least;
  const [xMax = 0, yMax = 0] = most;
  return { x: (xMin + xMax) / 2, y: (yMin + yMax) / 2, unit: Math.max(xMax - xMin, yMax - yMin) / 2 || 1 };
}
