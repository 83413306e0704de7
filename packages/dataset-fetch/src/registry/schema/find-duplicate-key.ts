const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

interface Level {
  readonly path: string;
  /** The keys so far; undefined in a list. */
  readonly keys: Set<string> | undefined;
  /** The last key, or the index of the item. */
  last: string | number;
}

/** Path of the first key that an object has twice, which `JSON.parse` lets pass; the text has to be valid JSON. */
export function findDuplicateKey(json: string): string | undefined {
  const levels: Level[] = [];
  let text = '';
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      const path = level === undefined ? '' : pathOf(level);
      levels.push({ path, keys: token === '{' ? new Set() : undefined, last: 0 });
    } else if (token === '}' || token === ']') {
      levels.pop();
    } else if (token === ',' && typeof level?.last === 'number') {
      level.last += 1;
    } else if (token === ':' && level?.keys !== undefined) {
      level.last = JSON.parse(text) as string;
      if (level.keys.has(level.last)) return pathOf(level);
      level.keys.add(level.last);
    }
    text = token;
  }
  return undefined;
}

function pathOf({ path, keys, last }: Level): string {
  if (keys === undefined) return `${path}[${last}]`;
  return path === '' ? String(last) : `${path}.${last}`;
}
