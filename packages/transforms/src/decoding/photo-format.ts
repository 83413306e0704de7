import { TransformError } from '../errors.ts';
import { brandsOf } from './brands-of.ts';

/** The kinds of files that a photo is decoded from. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' | 'gif';

/** What a file begins with, one character a byte. */
interface Signature<Kind> {
  readonly kind: Kind;
  readonly starts: readonly string[];
}

const PHOTOS: readonly Signature<PhotoFormat>[] = [
  { kind: 'jpeg', starts: ['\xFF\xD8\xFF'] },
  { kind: 'png', starts: ['\x89PNG\r\n\x1A\n'] },
  { kind: 'gif', starts: ['GIF87a', 'GIF89a'] },
  { kind: 'tiff', starts: ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'] },
];

/** What people take for photos, or have beside them, and what to do about it. */
const OTHERS: readonly Signature<string>[] = [
  { kind: 'a JPEG XL picture: save it as PNG', starts: ['\xFF\x0A', '\0\0\0\x0CJXL '] },
  { kind: 'a BMP picture: save it as PNG', starts: ['BM'] },
  { kind: 'a PDF: save its pictures as PNG', starts: ['%PDF'] },
  { kind: 'a Photoshop file: save it as PNG', starts: ['8BPS'] },
  { kind: 'a gzip file', starts: ['\x1F\x8B'] },
  { kind: 'a ZIP archive', starts: ['PK\x03\x04'] },
];

const HEIC = 'a HEIC photo: save it as JPEG';
const FORMATS = 'a JPEG, PNG, WebP, AVIF, TIFF or GIF';
/** How far into a text its element `svg` is looked for. */
const SNIFFED = 4096;

/**
 * What kind of photo a file is by its first bytes, whatever its name says.
 *
 * @param name - Of the file, as it stands at the start of the message.
 * @throws {TransformError} `E_PHOTO` - it is none.
 */
export function photoFormat(name: string, bytes: Uint8Array): PhotoFormat {
  const start = String.fromCharCode(...bytes.subarray(0, SNIFFED));
  const photo = kindOf(start, PHOTOS) ?? kindInside(start);
  if (photo !== undefined) return photo;
  throw new TransformError('E_PHOTO', `${name}: expected ${FORMATS}, got ${describeOther(start)}`);
}

/** Containers say further in what they hold. */
function kindInside(start: string): PhotoFormat | undefined {
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'webp';
  const [major = '', ...compatible] = brandsOf(start);
  const isAvif = [major, ...(isGeneral(major) ? compatible : [])].some((brand) => /^avi[fs]$/.test(brand));
  return isAvif ? 'avif' : undefined;
}

/** A brand that says no more than that there are pictures, of HEIC, AVIF or others. */
function isGeneral(brand: string): boolean {
  return brand === 'mif1' || brand === 'msf1';
}

function describeOther(start: string): string {
  if (start === '') return 'an empty file';
  if (/^[^\0]*<svg[\s>]/iu.test(start)) return 'an SVG drawing, which has no pixels: save it as PNG';
  const [major = ''] = brandsOf(start);
  if (major.startsWith('he') || isGeneral(major)) return HEIC;
  return kindOf(start, OTHERS) ?? 'something else';
}

function kindOf<Kind>(start: string, signatures: readonly Signature<Kind>[]): Kind | undefined {
  return signatures.find(({ starts }) => starts.some((text) => start.startsWith(text)))?.kind;
}
