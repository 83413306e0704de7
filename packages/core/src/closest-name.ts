/** Nobody mistypes more; comparing longer texts would take its time. */
const LONGEST = 60;

/**
 * The name that was most likely meant: the one with the fewest letters to put in, take out, replace or swap, if these are at
 * most a third of the text, or else one that has the text in it. Only letters and digits count, small ones as large ones:
 * `fashion` and `Fasion_MNIST` mean `fashion-mnist`.
 *
 * @param text - What somebody typed.
 * @param names - What there is; of equally near ones the first.
 * @returns Undefined where no name is near.
 */
export function closestName(text: string, names: readonly string[]): string | undefined {
  const wanted = letters(text);
  if (wanted.length === 0 || wanted.length > LONGEST) return undefined;
  const ranked = names
    .map((name) => ({ name, edits: editDistance(wanted, letters(name)) }))
    .toSorted((a, b) => a.edits - b.edits);
  const [best] = ranked;
  if (best !== undefined && best.edits <= wanted.length / 3) return best.name;
  return wanted.length < 3 ? undefined : names.find((name) => letters(name).includes(wanted));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** How many letters have to be put in, taken out, replaced or swapped with the next. @see Damerau 1964 */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (row[j] ?? 0) + Number(a[i] !== b[j]);
      const isSwapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
      const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : Infinity;
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, replaced, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
