/** Letters that are shown of a name. */
const SHOWN = 48;

/** Controls, line ends, and marks that turn the direction of text so that a name reads as another. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A file's name as text: what would not be seen, or would change what is around it, is shown as `\uFFFD`. */
export function printableName(name: string): string {
  const letters = Array.from(name.trim().replaceAll(UNPRINTABLE, '\uFFFD'));
  if (letters.length === 0) return 'no name';
  if (letters.length <= SHOWN) return letters.join('');
  return [...letters.slice(0, SHOWN - 13), '…', ...letters.slice(-12)].join('');
}
