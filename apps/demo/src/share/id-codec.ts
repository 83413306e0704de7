/**
 * Ids as short text for an address: steps between them, seven bits to a byte, in base64url.
 *
 * @param ids - Ascending, without doubles.
 */
export function encodeIds(ids: ArrayLike<number>): string {
  const bytes: number[] = [];
  let last = -1;
  for (const id of Array.from(ids)) {
    let step = id - last - 1;
    last = id;
    while (step > 127) {
      bytes.push((step & 127) | 128);
      step >>>= 7;
    }
    bytes.push(step);
  }
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The ids that `encodeIds` wrote; undefined for other text, and for ids from `idCount` on. */
export function decodeIds(text: string, idCount: number): Uint32Array | undefined {
  const bytes = bytesOf(text);
  if (bytes === undefined) return undefined;
  const ids: number[] = [];
  let last = -1;
  let step = 0;
  let weight = 1;
  for (const byte of bytes) {
    step += (byte & 127) * weight;
    weight *= 128;
    if (byte > 127) continue;
    last += step + 1;
    if (last >= idCount) return undefined;
    ids.push(last);
    step = 0;
    weight = 1;
  }
  return weight === 1 ? Uint32Array.from(ids) : undefined;
}

function bytesOf(text: string): number[] | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
