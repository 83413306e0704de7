/** Where the major brand of a file stands, and where those that it is compatible with begin. */
const MAJOR = 8;
const COMPATIBLE = 16;

/**
 * What a file of ISO boxes says that it is, the major brand first; nothing of other files. The length of
 * the box begins with a zero, which no text does.
 *
 * @param start - Of the file, one character a byte.
 * @see ISO/IEC 14496-12, section 4.3
 */
export function brandsOf(start: string): readonly string[] {
  if (!start.startsWith('\0') || !start.startsWith('ftyp', 4)) return [];
  const length = [1, 2, 3].reduce((sum, at) => sum * 256 + start.charCodeAt(at), 0);
  const compatible = start.slice(COMPATIBLE, length).match(/.{4}/gsu) ?? [];
  return [start.slice(MAJOR, MAJOR + 4), ...compatible];
}
