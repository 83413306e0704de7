import type { Size } from '../geometry.ts';
import type { ViewerCamera } from '../viewer.ts';
import { DETAIL, pictureSize } from './level-of-detail.ts';
import { HIDDEN, MARKED, SELECTED } from './point-flags.ts';
import { blended, type ScenePoints } from './scene.ts';

/** More do not fit on a screen, except on top of each other. */
export const MAX_PICTURES = 24_000;

/**
 * The points in view that have room for a picture, selected and marked ones last.
 *
 * @param hasPicture - 1 per id whose picture can be drawn.
 */
export function picturesInView(
  points: ScenePoints,
  camera: ViewerCamera,
  size: Size,
  hasPicture: Uint8Array,
): Uint32Array {
  const { count, flags, spacings, positions, startPositions, blend } = points;
  const roomy = DETAIL.picturesBegin / camera.scale;
  const [plain, raised]: [number[], number[]] = [[], []];
  for (let point = 0; point < count; point++) {
    const spacing = spacings[point] as number;
    if (spacing <= roomy || hasPicture[point] !== 1) continue;
    const flag = flags[point] as number;
    if ((flag & HIDDEN) !== 0) continue;
    const half = pictureSize(spacing * camera.scale) / 2;
    const x = blended(startPositions[2 * point] as number, positions[2 * point] as number, blend);
    if (Math.abs(x - camera.x) * camera.scale > size.width / 2 + half) continue;
    const y = blended(startPositions[2 * point + 1] as number, positions[2 * point + 1] as number, blend);
    if (Math.abs(y - camera.y) * camera.scale > size.height / 2 + half) continue;
    ((flag & (SELECTED | MARKED)) === 0 ? plain : raised).push(point);
  }
  return Uint32Array.from([...plain.slice(0, MAX_PICTURES), ...raised.slice(0, MAX_PICTURES)]);
}
