import { command } from '@fashion-mnist/kernels';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const BYTES = 4_000_000;

export const conversionCases: CasesOf<'scaleBytes'> = {
  scaleBytes: {
    size: '4 million bytes',
    place: async ({ pixels, room }) =>
      command('scaleBytes', inOnePiece(BYTES), await pixels(BYTES), room(4 * BYTES), 1 / 255),
  },
};
