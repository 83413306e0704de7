import { command, LINEAR_LOSSES } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const FEATURES = 784;
const OUTPUTS = 10;
const LANES = 12;
const SAMPLES = 1000;
const BLOCK_ROWS = 16;
const PARTS = 32;
const RANK = 20;
const NO_OUTPUT = -1e30;

/** All that a pass is told behind the samples. */
async function passOf({ values, float32, int32, uniform, room }: Arena) {
  const intercepts = Float32Array.from({ length: LANES }, (_, lane) => (lane < OUTPUTS ? 0 : NO_OUTPUT));
  const classes = Int32Array.from({ length: LANES }, (_, lane) => (lane < OUTPUTS ? lane : -1));
  const targets = [
    await int32(SAMPLES, OUTPUTS),
    await uniform(SAMPLES, 1),
    await uniform(2 * LANES, 1),
    LINEAR_LOSSES.indexOf('logistic'),
  ] as const;
  const model = [await float32(OUTPUTS * FEATURES), await values(intercepts), await values(classes)] as const;
  const sums = [room(4 * OUTPUTS * FEATURES), room(8 * 2 * LANES)] as const;
  return [...targets, ...model, OUTPUTS, SAMPLES, BLOCK_ROWS, ...sums] as const;
}

export const linearCases: CasesOf<'linearLossOfBytes' | 'linearLossOfFloats' | 'sumParts' | 'proximalSteps'> =
  {
    linearLossOfBytes: {
      size: '1,000 x 784 bytes, 10 outputs',
      async place(arena) {
        const samples = await arena.pixels((SAMPLES + 1) * FEATURES);
        const [mean, inverseScale] = [
          await arena.uniform(FEATURES, 255),
          await arena.uniform(FEATURES, 1 / 90),
        ];
        const leading = [samples, SAMPLES, FEATURES, mean, inverseScale] as const;
        return command('linearLossOfBytes', inOnePiece(1), ...leading, ...(await passOf(arena)));
      },
    },
    linearLossOfFloats: {
      size: '1,000 x 784 floats, 10 outputs',
      async place(arena) {
        const samples = await arena.float32(SAMPLES * FEATURES);
        return command(
          'linearLossOfFloats',
          inOnePiece(1),
          samples,
          SAMPLES,
          FEATURES,
          ...(await passOf(arena)),
        );
      },
    },
    sumParts: {
      size: '32 parts of 7,840',
      async place({ float32, room }) {
        const length = OUTPUTS * FEATURES;
        return command(
          'sumParts',
          inOnePiece(length / 4),
          await float32(PARTS * length),
          PARTS,
          length,
          room(8 * length),
        );
      },
    },
    proximalSteps: {
      size: '784 parameters, rank 20',
      async place({ float64, values, room }) {
        const headers = await values(Int32Array.of(FEATURES, RANK, 0, 0, 0));
        const settings = await values(Float64Array.of(1000, 0));
        const [start, slopes, strengths] = [
          await float64(FEATURES),
          await float64(FEATURES),
          await float64(FEATURES),
        ];
        const [factors, middle] = [
          await float64(FEATURES * RANK),
          await values(new Float64Array(RANK ** 2).fill(1e-3)),
        ];
        const [images, bends, steps] = [room(8 * FEATURES * RANK), room(8 * FEATURES), room(8 * FEATURES)];
        const model = [start, slopes, strengths, factors, middle] as const;
        return command('proximalSteps', inOnePiece(1), headers, settings, ...model, images, bends, steps);
      },
    },
  };
