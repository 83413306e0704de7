import { type Command, command } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import { type CasesOf, inOnePiece } from './kernel-case.ts';

const [FEATURES, HIDDEN, CLASSES] = [784, 100, 10];
const ROWS = 200;
const SAMPLES = 2000;
const RELU = 3;
const QUADS = inOnePiece(ROWS / 4);

/** Columns that fill whole panels of eight. */
const filled = (width: number) => Math.ceil(width / 8) * 8;
const HIDDEN_BYTES = filled(HIDDEN) * (filled(FEATURES) + 1) * 4;
const OUTPUT_BYTES = filled(CLASSES) * (filled(HIDDEN) + 1) * 4;
const PARAMETERS = (HIDDEN_BYTES + OUTPUT_BYTES) / 4;
const PANELS = inOnePiece(filled(HIDDEN) / 8);
const ITEMS = inOnePiece(filled(FEATURES) / 8 + filled(HIDDEN) / 8 + 2);

interface Kernels {
  readonly centreBiases: Command;
  readonly forwardBytes: Command;
  readonly forwardFloats: Command;
  readonly backward: Command;
  readonly gradient: Command;
  readonly adam: Command;
  readonly sgd: Command;
}

/** A network of one hidden layer, and the batch that every kernel works on. */
async function place(arena: Arena): Promise<Kernels> {
  const panels = (width: number) => arena.float32(filled(width) * ROWS);
  const [inputs, hidden, scores] = [await panels(FEATURES), await panels(HIDDEN), await panels(CLASSES)];
  const hiddenLayer = [FEATURES, HIDDEN, inputs, hidden, await panels(HIDDEN), 0];
  const outputLayer = [HIDDEN, CLASSES, hidden, scores, scores, HIDDEN_BYTES];
  const network = await arena.values(Int32Array.from([...hiddenLayer, ...outputLayer]));
  const [parameters, first] = [await arena.float32(PARAMETERS), await arena.float32(PARAMETERS)];
  const second = await arena.uniform(PARAMETERS, 1);
  const order = await arena.int32(ROWS, SAMPLES);
  const [centre, inverseScale] = [await arena.uniform(FEATURES, 3), await arena.uniform(FEATURES, 0.1)];
  const biases = await arena.float32(filled(HIDDEN));
  const codes = await arena.int32(SAMPLES, CLASSES);
  const head = [network, 2, RELU, parameters] as const;
  const batch = [order, ROWS, ROWS] as const;
  const bytes = [await arena.pixels(SAMPLES * FEATURES), inverseScale, biases] as const;
  const floats = await arena.float32(SAMPLES * FEATURES);
  const sums = [network, 2, ROWS, ROWS, centre] as const;
  const squares = arena.room(8 * ITEMS.total);
  const gradient = await arena.float64(PARAMETERS);
  const adam = [parameters, first, second, squares, 1e-4, 1e-3, 0.9, 0.999, 1e-8] as const;
  const sgd = [parameters, first, squares, 1e-4, 1e-3, 0.9, 1] as const;
  const centreBiases = command('mlpCentreBiases', PANELS, network, parameters, centre, biases);
  const forwardBytes = command('mlpForwardBytes', QUADS, ...head, ...bytes, ...batch);
  // So that the inputs are those of pictures, many of them 0.
  await arena.run(forwardBytes);
  return {
    centreBiases,
    forwardBytes,
    forwardFloats: command('mlpForwardFloats', QUADS, ...head, floats, ...batch),
    backward: command('mlpBackward', QUADS, ...head, codes, ...batch, arena.room(4 * ROWS)),
    gradient: command('mlpGradient', ITEMS, ...sums, gradient),
    adam: command('mlpAdam', ITEMS, ...sums, ...adam),
    sgd: command('mlpSgd', ITEMS, ...sums, ...sgd),
  };
}

const caseOf = (name: keyof Kernels) => ({
  size: `${ROWS} rows, ${FEATURES}-${HIDDEN}-${CLASSES}`,
  place: async (arena: Arena) => (await place(arena))[name],
});

export const mlpCases: CasesOf<
  | 'mlpCentreBiases'
  | 'mlpForwardBytes'
  | 'mlpForwardFloats'
  | 'mlpBackward'
  | 'mlpGradient'
  | 'mlpAdam'
  | 'mlpSgd'
> = {
  mlpCentreBiases: caseOf('centreBiases'),
  mlpForwardBytes: caseOf('forwardBytes'),
  mlpForwardFloats: caseOf('forwardFloats'),
  mlpBackward: caseOf('backward'),
  mlpGradient: caseOf('gradient'),
  mlpAdam: caseOf('adam'),
  mlpSgd: caseOf('sgd'),
};
