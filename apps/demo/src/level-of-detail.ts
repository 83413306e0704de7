/** How points are drawn. Sizes in CSS pixels. */
export interface LevelOfDetail {
  readonly dotRadius: number;
  /** 0: dots only, 1: pictures only. */
  readonly pictureOpacity: number;
  readonly pictureSize: number;
  /** Half of the size of what is drawn at a point. */
  readonly pointRadius: number;
}

const PICTURES_BEGIN = 14;
const PICTURES_ONLY = 20;

/** What there is room for when neighbours are typically `spacing` pixels apart. */
export function levelOfDetail(spacing: number): LevelOfDetail {
  const dotRadius = clamp(Math.round(spacing * 0.36 * 4) / 4, 1.75, 5);
  const pictureOpacity = clamp((spacing - PICTURES_BEGIN) / (PICTURES_ONLY - PICTURES_BEGIN), 0, 1);
  const pictureSize = clamp(spacing * 1.15, 20, 84);
  const pointRadius = pictureOpacity > 0 ? pictureSize / 2 : dotRadius;
  return { dotRadius, pictureOpacity, pictureSize, pointRadius };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
