import { type Box, clamp, type Point, type Size } from '../geometry.ts';
import type { ViewerCamera } from '../viewer.ts';

const SMALLEST_SIDE = 0.02;

/** A place of the map in CSS pixels of the container. */
export function toScreen(camera: ViewerCamera, size: Size, place: Point): Point {
  return {
    x: size.width / 2 + (place.x - camera.x) * camera.scale,
    y: size.height / 2 - (place.y - camera.y) * camera.scale,
  };
}

/** A place of the container, in CSS pixels, on the map. */
export function toMap(camera: ViewerCamera, size: Size, place: Point): Point {
  return {
    x: camera.x + (place.x - size.width / 2) / camera.scale,
    y: camera.y - (place.y - size.height / 2) / camera.scale,
  };
}

/**
 * The camera that shows a part of the map as large as a container allows.
 *
 * @param box - In map units.
 * @param size - Of the container, in CSS pixels.
 * @param options.padding - CSS pixels to leave free at each side. @default 0
 * @param options.maxScale - How near it may go, in CSS pixels per map unit. @default Infinity
 */
export function fitCamera(
  box: Box,
  size: Size,
  options: { readonly padding?: number; readonly maxScale?: number } = {},
): ViewerCamera {
  const { padding = 0, maxScale = Number.POSITIVE_INFINITY } = options;
  const free = (length: number): number => Math.max(length - 2 * padding, length / 2, 1);
  const scale = Math.min(
    free(size.width) / Math.max(box.xMax - box.xMin, SMALLEST_SIDE),
    free(size.height) / Math.max(box.yMax - box.yMin, SMALLEST_SIDE),
    maxScale,
  );
  return { x: (box.xMin + box.xMax) / 2, y: (box.yMin + box.yMax) / 2, scale };
}

/** Moves what is seen by CSS pixels. */
export function panBy(camera: ViewerCamera, dx: number, dy: number): ViewerCamera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y + dy / camera.scale };
}

/** Changes the scale; what is under the anchor, in CSS pixels of the container, stays there. */
export function zoomTo(camera: ViewerCamera, size: Size, anchor: Point, scale: number): ViewerCamera {
  const place = toMap(camera, size, anchor);
  return {
    scale,
    x: place.x - (anchor.x - size.width / 2) / scale,
    y: place.y + (anchor.y - size.height / 2) / scale,
  };
}

/** The nearest camera that has some part of the box in the middle. */
export function keepInSight(camera: ViewerCamera, box: Box): ViewerCamera {
  return { ...camera, x: clamp(camera.x, box.xMin, box.xMax), y: clamp(camera.y, box.yMin, box.yMax) };
}

/** Between two cameras, exactly these at 0 and 1; zooming is even, and the points move along straight lines. */
export function blendCameras(from: ViewerCamera, to: ViewerCamera, share: number): ViewerCamera {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** share;
  const way = blendOfCentres(from.scale, to.scale, scale, share);
  return { scale, x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way };
}

/** While zooming, the centre goes as far as the width of what is seen has changed. */
function blendOfCentres(from: number, to: number, now: number, share: number): number {
  const change = 1 / to - 1 / from;
  return Math.abs(change) * from < 1e-6 ? share : (1 / now - 1 / from) / change;
}
