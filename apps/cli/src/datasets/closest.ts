import { distance } from 'fastest-levenshtein';

/** The name that was most likely meant, if any is near: `fashion` and `Fasion_MNIST` mean `fashion-mnist`. */
export function closest(text: string, names: readonly string[]): string | undefined {
  const wanted = letters(text);
  if (wanted.length < 3 || wanted.length > 40) return undefined;
  const ranked = names
    .map((name) => ({ name, edits: distance(wanted, letters(name)) }))
    .toSorted((a, b) => a.edits - b.edits);
  const [best] = ranked;
  if (best !== undefined && best.edits <= wanted.length / 4) return best.name;
  return names.find((name) => letters(name).includes(wanted));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
