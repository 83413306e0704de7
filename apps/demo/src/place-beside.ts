import type { Point } from './viewport.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 8;

/** Top left corner of a box beside a point, to its lower right if it fits there, never outside the window. */
export function placeBeside(point: Point, gap: number, box: Size, window: Size): Point {
  return {
    x: placeOnAxis(point.x, gap, box.width, window.width),
    y: placeOnAxis(point.y, gap, box.height, window.height),
  };
}

function placeOnAxis(point: number, gap: number, length: number, available: number): number {
  const after = point + gap;
  const start = after + length + MARGIN <= available ? after : point - gap - length;
  return Math.max(MARGIN, Math.min(start, available - length - MARGIN));
}
