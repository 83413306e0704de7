import { parse } from 'node:path';
import { slug } from '../export/slug.ts';

/** File systems allow 255 for a whole name, encrypted ones 143. */
const MOST_BYTES = 100;

/** The name of the picture of a photo's steps. Several folders may have files of one name: the number tells them apart. */
export function sheetName(path: string, index: number, count: number): string {
  const number = String(index).padStart(String(count - 1).length, '0');
  const name = firstBytes(slug(parse(path).name), MOST_BYTES);
  return `${name === '' ? number : `${number}-${name}`}.png`;
}

/** As many whole letters as fit. */
function firstBytes(text: string, most: number): string {
  const encoded = new TextEncoder().encodeInto(text, new Uint8Array(most));
  return text.slice(0, encoded.read);
}
