import type { PhotoOutcome } from './photo-outcome.ts';

export type Refusal = Extract<PhotoOutcome, { kind: 'refused' }>;

const MEGABYTE = 2 ** 20;
/** A photo of 48 megapixels has about half of this. */
const MAX_BYTES = 32 * MEGABYTE;

/** Refuses what is too large to be read at all. */
export function refuseByBytes(bytes: number): Refusal | undefined {
  if (bytes <= MAX_BYTES) return undefined;
  const megabytes = (bytes / MEGABYTE).toFixed(1);
  const reason = `it has ${megabytes} MB, and at most ${MAX_BYTES / MEGABYTE} MB are read here: make it smaller`;
  return { kind: 'refused', code: 'E_PHOTO_SIZE', reason };
}

/** What an error of decoding or converting means for somebody who has a photo and no options. */
export function refusal(code: string, message: string): Refusal {
  return { kind: 'refused', code, reason: REASONS[code] ?? withoutNames(message) };
}

const REASONS: Readonly<Record<string, string>> = {
  E_PHOTO_EMPTY: 'it shows one colour only, or its corners disagree on what is background',
};

/** The message without who says it, and without an option that the page does not have. */
function withoutNames(message: string): string {
  return message
    .replace(/^(?:photo|convertPhoto|decodePhoto): /, '')
    .replace(/, or allow more with maxPixels$/, '')
    .replaceAll(/\d{5,}/g, (digits) => Number(digits).toLocaleString('en'));
}
