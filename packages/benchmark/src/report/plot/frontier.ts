export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The points that no other is left of and above at once: those that pay more only for more. From left to right. */
export function frontier<Point extends Place>(points: readonly Point[]): readonly Point[] {
  const best: Point[] = [];
  for (const point of points.toSorted((a, b) => a.x - b.x || b.y - a.y))
    if (point.y > (best.at(-1)?.y ?? -Infinity)) best.push(point);
  return best;
}
