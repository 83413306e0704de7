import type { Point } from '../geometry.ts';

/** How much a step to the side counts more than a step ahead. */
const SIDE_WEIGHT = 2;

/**
 * The accepted point to go to from a place: near, and within 45 degrees of the direction.
 *
 * @param direction - Of length 1, y upward.
 */
export function nearestInDirection(
  positions: Float32Array,
  from: Point,
  direction: Point,
  isAccepted: (point: number) => boolean,
): number | undefined {
  let best: number | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let point = 0; 2 * point < positions.length; point++) {
    const dx = (positions[2 * point] as number) - from.x;
    const dy = (positions[2 * point + 1] as number) - from.y;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y - dy * direction.x);
    const cost = ahead + SIDE_WEIGHT * aside;
    if (ahead > 0 && aside <= ahead && cost < bestCost && isAccepted(point)) {
      best = point;
      bestCost = cost;
    }
  }
  return best;
}
