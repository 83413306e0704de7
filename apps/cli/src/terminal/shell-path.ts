import { printable } from './printable.ts';

/** A path as it can be typed into a shell behind a command: no option, no name of a dataset. */
export function shellPath(path: string): string {
  const named = /[/\\]/.test(path) && !path.startsWith('-') ? path : `./${path}`;
  if (/^[\w./-]+$/.test(named)) return named;
  if (!/\p{Cc}/u.test(named)) return `'${named.replaceAll("'", String.raw`'\''`)}'`;
  return `$'${printable(named.replaceAll(/[\\']/g, String.raw`\$&`))}'`;
}
