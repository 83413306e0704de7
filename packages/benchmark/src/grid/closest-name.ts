/** The name that was most likely meant; none where all are far. */
export function closestName(text: string, names: readonly string[]): string | undefined {
  const wanted = letters(text);
  if (wanted.length > 60) return undefined;
  const [best] = names
    .map((name) => ({ name, distance: editDistance(wanted, letters(name)) }))
    .toSorted((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= wanted.length / 3 ? best.name : undefined;
}

/** `; did you mean "penalty"?`, or all there are. */
export function suggestion(text: string, names: readonly string[]): string {
  const closest = closestName(text, names);
  return closest === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${closest}"?`;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Levenshtein's: insertions, deletions and replacements that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [i, character] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const replaced = (row[j] ?? 0) + Number(character !== other);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
