import { describe, expect, it, vi } from 'vitest';
import { createSimdBackend, registerSimdBackend } from '../index.ts';
import { hasWideVectors } from '../testing/has-wide-vectors.ts';
import { compileSimd } from './compile-simd.ts';
import * as probe from './probe-wide.ts';

vi.mock('./probe-wide.ts', { spy: true });

const refusal = (code: string) => expect.objectContaining({ name: 'SimdBackendError', code });
const isThere = await hasWideVectors();

describe('the option wideVectors', () => {
  it('is a boolean or auto', async () => {
    const wideVectors = 'wide' as 'auto';
    expect(() => registerSimdBackend({ wideVectors })).toThrow(refusal('E_OPTION'));
    await expect(createSimdBackend({ wideVectors })).rejects.toEqual(refusal('E_OPTION'));
  });

  it('keeps to 128 bits when it is off', async () => {
    expect((await compileSimd(false)).isWide).toBe(false);
  });

  it.skipIf(isThere)('fails where there are none and they are asked for', async () => {
    await expect(createSimdBackend({ wideVectors: true })).rejects.toEqual(refusal('E_PLATFORM'));
    expect((await compileSimd('auto')).isWide).toBe(false);
  });

  describe.runIf(isThere)('where they are', () => {
    it('is told by the backend', async () => {
      for (const wideVectors of [true, false]) {
        const backend = await createSimdBackend({ threads: 1, wideVectors });
        expect(backend.hasWideVectors).toBe(wideVectors);
        backend.dispose();
      }
    });

    it.each([
      { isRight: true, isFast: true, auto: true, forced: true },
      { isRight: true, isFast: false, auto: false, forced: true },
      { isRight: false, isFast: true, auto: false, forced: false },
    ])('goes by what a probe finds: %o', async ({ isRight, isFast, auto, forced }) => {
      const mocked = vi.mocked(probe.probeWide).mockReturnValue({ isRight, isFast });
      expect((await compileSimd('auto')).isWide).toBe(auto);
      if (forced) expect((await compileSimd(true)).isWide).toBe(true);
      else await expect(compileSimd(true)).rejects.toEqual(refusal('E_PLATFORM'));
      mocked.mockRestore();
    });

    it('finds right products', async () => {
      const { module } = await compileSimd(true);
      expect(probe.probeWide(module).isRight).toBe(true);
    });
  });
});
