import { describe, expect, it } from 'vitest';
import { photoFormat } from './photo-format.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const formatOf = (text: string) => photoFormat('photo', bytesOf(text));

describe('photoFormat', () => {
  it.each([
    { start: '\0\0\0\x1Cftypavif\0\0\0\0mif1avifmiaf', format: 'avif' },
    { start: '\0\0\0\x20ftypmif1\0\0\0\0mif1heicavifmiaf', format: 'avif' },
    { start: '\0\0\0\x18ftypmsf1\0\0\0\0msf1avis', format: 'avif' },
    { start: 'RIFF\x24\0\0\0WEBPVP8 ', format: 'webp' },
  ])('looks into a container: $start', ({ start, format }) => {
    expect(formatOf(start)).toBe(format);
  });

  it.each([
    { start: '<!--ftypavif--><svg width="9"/>', what: 'an SVG drawing' },
    { start: '<!--    WEBP--><svg width="9"/>', what: 'an SVG drawing' },
    { start: 'RIFX\x24\0\0\0WEBPVP8 ', what: 'something else' },
    { start: '\0\0\0\x18ftypmif1\0\0\0\0mif1heicavif', what: 'a HEIC photo' },
    { start: '\0\0\0\x18ftypheic\0\0\0\0mif1avif', what: 'a HEIC photo' },
    { start: '\0\0\0\x18ftypisom\0\0\0\0mp41avif', what: 'something else' },
    { start: '\0\0\0\x18ftyp', what: 'something else' },
  ])('is not misled: $start', ({ start, what }) => {
    expect(() => formatOf(start)).toThrow(`expected a JPEG, PNG, WebP, AVIF, TIFF or GIF, got ${what}`);
  });
});
