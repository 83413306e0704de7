import { command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

/** Of a map of 70,000 images: nodes of the period, nodes across, panels of half a spectrum. */
export const GRID: Readonly<Record<'size' | 'side' | 'panelCount', number>> = {
  size: 864,
  side: 424,
  panelCount: 864 / 8 + 1,
};

const { size, side, panelCount } = GRID;
/** The twin, which knows no fast transform, would take seconds for all of them. */
const GROUPS = inOnePiece(4);

/** Factors of the transforms of this size. */
export async function twiddlesOf(arena: Arena): Promise<number> {
  const twiddles = arena.room(8 * size);
  await arena.run(command('fftTwiddles', inOnePiece(size), size, twiddles));
  return twiddles;
}

export const fftCases: CasesOf<'fftTwiddles' | 'fftColumns' | 'fftRowsPart' | 'fftInverseColumns'> = {
  fftTwiddles: {
    size: '864 numbers',
    place: async ({ room }) => command('fftTwiddles', inOnePiece(size), size, room(8 * size)),
  },
  fftColumns: {
    size: '4 of 53 groups of columns',
    async place(arena) {
      const [field, panels] = [await arena.float32(side ** 2), arena.room(32 * panelCount * side)];
      return command('fftColumns', GROUPS, size, side, field, panels, await twiddlesOf(arena));
    },
  },
  fftRowsPart: {
    size: '4 of 109 panels',
    async place(arena) {
      const [panels, gains] = [await arena.float32(8 * panelCount * size), await arena.float32(size)];
      const args = [size, panels, 0, gains, arena.room(16 * panelCount * size)] as const;
      return command('fftRowsPart', GROUPS, ...args, await twiddlesOf(arena));
    },
  },
  fftInverseColumns: {
    size: '4 of 106 panels',
    async place(arena) {
      const [real, imaginary] = [arena.room(4 * side ** 2), arena.room(4 * side ** 2)];
      const args = [size, side, await arena.float32(2 * side * size), real, imaginary] as const;
      return command('fftInverseColumns', GROUPS, ...args, await twiddlesOf(arena));
    },
  },
};
