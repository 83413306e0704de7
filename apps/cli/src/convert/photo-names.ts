import { resolve } from 'node:path';

/** Finds photos by their names with as many of their folders as there are. */
export interface PhotoNames {
  /** The places of the photos that a name may mean: none, one or several. */
  meantBy(name: string): readonly number[];
}

export function photoNames(paths: readonly string[]): PhotoNames {
  const places = new Map<string, number[]>();
  for (const [place, path] of paths.entries())
    for (const ending of endingsOf(resolve(path))) {
      const others = places.get(ending);
      if (others === undefined) places.set(ending, [place]);
      else others.push(place);
    }
  return {
    meantBy(name) {
      const longest = endingsOf(name).findLast((ending) => places.has(ending));
      return (longest === undefined ? undefined : places.get(longest)) ?? [];
    },
  };
}

/**
 * `c.png`, `b/c.png`, `a/b/c.png`, ... of a path. Tables come from other systems, whose separators and ways to write
 * accents differ.
 */
function endingsOf(path: string): readonly string[] {
  const parts = path
    .replaceAll('\\', '/')
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return parts.map((_, i) => parts.slice(-1 - i).join('/'));
}
