import { describe, expect, it } from 'vitest';
import { refusal, refuseByBytes } from './refusal.ts';

describe('refuseByBytes', () => {
  it('reads photos of up to 32 MB', () => {
    expect(refuseByBytes(0)).toBeUndefined();
    expect(refuseByBytes(32 * 2 ** 20)).toBeUndefined();
  });

  it('says how much is too much', () => {
    expect(refuseByBytes(50 * 2 ** 20)?.reason).toBe(
      'it has 50.0 MB, and at most 32 MB are read here: make it smaller',
    );
  });
});

describe('refusal', () => {
  it('leaves out what only callers of the library know', () => {
    const message =
      'photo: expected at most 67108864 pixels, got 20000 x 20000: make it smaller, or allow more with maxPixels';
    expect(refusal('E_PHOTO_SIZE', message).reason).toBe(
      'expected at most 67,108,864 pixels, got 20,000 x 20,000: make it smaller',
    );
  });

  it('says what nothing on a background means', () => {
    expect(refusal('E_PHOTO_EMPTY', 'convertPhoto: expected a thing').reason).toBe(
      'it shows one colour only, or its corners disagree on what is background',
    );
  });
});
