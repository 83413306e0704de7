/** A mark that can be pointed at, and its centre. */
export interface PlacedMark {
  readonly mark: SVGPathElement;
  readonly x: number;
  readonly y: number;
}

/** CSS pixels within which a mark is meant. */
const REACH = 18;

/** The mark whose centre is nearest to a place, however many lie on it; undefined where none is near. */
export function nearestMark<Mark extends Omit<PlacedMark, 'mark'>>(
  marks: readonly Mark[],
  x: number,
  y: number,
): Mark | undefined {
  let nearest: Mark | undefined;
  let least = REACH;
  for (const mark of marks) {
    const distance = Math.hypot(mark.x - x, mark.y - y);
    if (distance > least) continue;
    least = distance;
    nearest = mark;
  }
  return nearest;
}
