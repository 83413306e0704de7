import { distance } from 'fastest-levenshtein';

/** The name that was most likely meant; none where all are far. */
function closestName(text: string, names: readonly string[]): string | undefined {
  const wanted = letters(text);
  if (wanted.length > 60) return undefined;
  const [best] = names
    .map((name) => ({ name, edits: distance(wanted, letters(name)) }))
    .toSorted((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= wanted.length / 3 ? best.name : undefined;
}

/** `; did you mean "penalty"?`, or all there are. */
export function suggestion(text: string, names: readonly string[]): string {
  const closest = closestName(text, names);
  return closest === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${closest}"?`;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
