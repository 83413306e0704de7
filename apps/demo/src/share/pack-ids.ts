import { fromBase64Url, toBase64Url } from './base64url.ts';

/**
 * Ids in few letters: how many, then the distance of each from the one before, in groups of seven bits.
 *
 * @param ids - Ascending, without doubles.
 */
export function packIds(ids: Uint32Array): string {
  const bytes: number[] = [];
  pushVarint(bytes, ids.length);
  let before = 0;
  for (const id of ids) {
    pushVarint(bytes, id - before);
    before = id;
  }
  return toBase64Url(Uint8Array.from(bytes));
}

/** The ids, or `undefined` where the text is not one of `packIds`. */
export function unpackIds(text: string): Uint32Array | undefined {
  const bytes = fromBase64Url(text);
  const numbers = bytes && varintsOf(bytes);
  if (numbers === undefined) return undefined;
  const [count, ...steps] = numbers;
  if (count !== steps.length || steps.some((step, place) => step === 0 && place > 0)) return undefined;
  let id = 0;
  const ids = steps.map((step) => (id += step));
  return id < 2 ** 32 ? Uint32Array.from(ids) : undefined;
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function varintsOf(bytes: Uint8Array): readonly number[] | undefined {
  const values: number[] = [];
  let value = 0;
  let unit = 1;
  for (const byte of bytes) {
    value += (byte % 128) * unit;
    unit *= 128;
    if (byte >= 128) continue;
    values.push(value);
    [value, unit] = [0, 1];
  }
  return unit === 1 ? values : undefined;
}
