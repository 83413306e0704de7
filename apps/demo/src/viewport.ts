export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of the screen, in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the map lies on the screen: y grows upward on the map and downward on the screen. */
export interface Viewport {
  /** CSS pixels per map unit. */
  readonly scale: number;
  /** Screen position of the map's origin. */
  readonly x: number;
  readonly y: number;
}

const SMALLEST_HALF_SIZE = 0.01;

/** The viewport that shows a map centred on its origin as large as an area allows. */
export function fitViewport(halfSize: Point, area: Area): Viewport {
  return {
    scale: Math.min(
      area.width / 2 / Math.max(halfSize.x, SMALLEST_HALF_SIZE),
      area.height / 2 / Math.max(halfSize.y, SMALLEST_HALF_SIZE),
    ),
    x: area.left + area.width / 2,
    y: area.top + area.height / 2,
  };
}

export function toScreen({ scale, x, y }: Viewport, point: Point): Point {
  return { x: x + point.x * scale, y: y - point.y * scale };
}

export function toMap({ scale, x, y }: Viewport, point: Point): Point {
  return { x: (point.x - x) / scale, y: (y - point.y) / scale };
}

/** Zooms by a factor, within limits of the scale; what is under the anchor stays there. */
export function zoomAround(
  viewport: Viewport,
  anchor: Point,
  factor: number,
  limits: { readonly min: number; readonly max: number },
): Viewport {
  const scale = Math.min(Math.max(viewport.scale * factor, limits.min), limits.max);
  const ratio = scale / viewport.scale;
  return {
    scale,
    x: anchor.x + (viewport.x - anchor.x) * ratio,
    y: anchor.y + (viewport.y - anchor.y) * ratio,
  };
}

export function panBy(viewport: Viewport, dx: number, dy: number): Viewport {
  return { ...viewport, x: viewport.x + dx, y: viewport.y + dy };
}

/** The nearest viewport that has some part of the map in the middle of the area. */
export function keepInSight(viewport: Viewport, halfSize: Point, area: Area): Viewport {
  const middle = { x: area.left + area.width / 2, y: area.top + area.height / 2 };
  const seen = toMap(viewport, middle);
  return panBy(
    viewport,
    (seen.x - clampTo(seen.x, halfSize.x)) * viewport.scale,
    -(seen.y - clampTo(seen.y, halfSize.y)) * viewport.scale,
  );
}

/** Between two viewports; every point of the map moves in a straight line. */
export function blendViewports(from: Viewport, to: Viewport, share: number): Viewport {
  return {
    scale: from.scale + (to.scale - from.scale) * share,
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  };
}

function clampTo(value: number, limit: number): number {
  return Math.min(Math.max(value, -limit), limit);
}
