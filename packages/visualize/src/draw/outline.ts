/** Closed polygons, each a flat list `x0, y0, x1, y1, ...`. */
export type Polygons = readonly (readonly number[])[];

const STEPS_PER_CURVE = 6;

/** The polygons of an outline such as `M10 20L30 40Q1 2 3 4Z`, curves flattened, scaled and moved. */
export function polygonsOf(outline: string, scale: number, dx: number, dy: number): Polygons {
  const polygons: number[][] = [];
  let current: number[] = [];
  for (const [, command = '', numbers = ''] of outline.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const values = (numbers.match(/-?\d+/g) ?? []).map(Number);
    if (command === 'M') polygons.push((current = []));
    if (command === 'M' || command === 'L') current.push(...values);
    else if (command !== 'Z') current.push(...flatten([...current.slice(-2), ...values]));
  }
  return polygons.map((polygon) => polygon.map((value, i) => value * scale + (i % 2 === 0 ? dx : dy)));
}

/** Points of a Bézier curve behind its first control point, by repeated halving between control points. */
function flatten(control: readonly number[]): number[] {
  const points: number[] = [];
  for (let step = 1; step <= STEPS_PER_CURVE; step++) {
    const t = step / STEPS_PER_CURVE;
    let level = [...control];
    while (level.length > 2) {
      level = level.slice(0, -2).map((value, i) => value + ((level[i + 2] as number) - value) * t);
    }
    points.push(...level);
  }
  return points;
}
