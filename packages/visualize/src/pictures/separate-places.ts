/** Steps down within the height of a rectangle: few enough that places in a step pack well from left to right. */
const BANDS = 4;

/** A cell of the grid, as large as a rectangle, holds at most one; those in the way are there or in the cells around. */
const NEIGHBORHOOD = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [right, down] as const));

/**
 * Chooses places such that rectangles of one size around them do not overlap: from the top down and from the left to the
 * right, each unless one that is chosen is in the way.
 *
 * @param places - Flat `x0, y0, x1, y1, ...`
 * @returns The positions in `places` of those that are chosen.
 */
export function separatePlaces(places: Float32Array, width: number, height: number): readonly number[] {
  const xOf = (place: number) => places[2 * place] as number;
  const yOf = (place: number) => places[2 * place + 1] as number;
  const bandOf = (place: number) => Math.floor((BANDS * yOf(place)) / height);
  const order = Uint32Array.from({ length: places.length / 2 }, (_, place) => place).toSorted(
    (a, b) => bandOf(a) - bandOf(b) || xOf(a) - xOf(b),
  );
  const taken = new Map<string, number>();
  const chosen: number[] = [];
  for (const place of order) {
    const column = Math.floor(xOf(place) / width);
    const row = Math.floor(yOf(place) / height);
    const around = NEIGHBORHOOD.map(([right, down]) => taken.get(`${column + right},${row + down}`));
    const isFree = around.every(
      (other) =>
        other === undefined ||
        Math.abs(xOf(other) - xOf(place)) >= width ||
        Math.abs(yOf(other) - yOf(place)) >= height,
    );
    if (!isFree) continue;
    taken.set(`${column},${row}`, place);
    chosen.push(place);
  }
  return chosen;
}
