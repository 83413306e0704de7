import '@fashion-mnist/tfjs-backend-simd';
import type { SimdBackend } from '@fashion-mnist/tfjs-backend-simd';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Ops whose result may be the same data as their operand, or a part of it; and some that compute. */
const OPS: readonly ((x: tf.Tensor, parameter: number) => tf.Tensor)[] = [
  (x) => tf.clone(x),
  (x) => tf.reshape(x, [x.size]),
  (x) => tf.expandDims(x, 0),
  (x, parameter) => tf.slice(tf.reshape(x, [x.size]), parameter % x.size),
  (x) => tf.transpose(x),
  (x) => tf.cast(x, 'float32'),
  (x) => tf.cast(x, 'int32'),
  (x) => tf.cast(x, 'bool'),
  (x) => tf.concat([tf.reshape(x, [x.size])]),
  (x, parameter) =>
    tf.split(tf.reshape(x, [x.size]), [parameter % x.size, x.size - (parameter % x.size)])[1]!,
  (x) => tf.unstack(x)[0]!,
  (x) => tf.reverse(x),
  (x) => tf.squeeze(x),
  (x) => tf.relu(x),
  (x) => tf.add(x, 0.5),
  (x) => tf.sum(tf.cast(x, 'float32'), x.rank - 1, true),
  (x) => tf.real(tf.complex(tf.cast(x, 'float32'), tf.zeros(x.shape))),
  (x, parameter) => tf.gather(x, [0, parameter % x.shape[0]]),
  (x) => tf.tile(x, new Array<number>(x.rank).fill(1)),
  (x) => tf.variable(x),
];

const step = fc.record({
  op: fc.nat(OPS.length - 1),
  operand: fc.nat(),
  parameter: fc.nat(100),
  /** Whether the operand is moved to the shared memory before. */
  place: fc.boolean(),
  dispose: fc.option(fc.nat()),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Outcome {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

beforeAll(() => tf.setBackend('cpu'));
afterAll(() => tf.setBackend('cpu'));

/** What is left of a program's tensors, and all that was read on the way, read again at the end. */
function outcomes(steps: readonly Step[]): readonly Outcome[] {
  const live: tf.Tensor[] = [
    tf.tensor([1.5, -2, 0, 3.25, -0.5, 7], [2, 3]),
    tf.tensor([3, 0, 1, 2], [4], 'int32'),
  ];
  const read: Outcome[] = [];
  for (const { op, operand, parameter, place, dispose } of steps) {
    const x = live[operand % live.length]!;
    if (x.size === 0) continue;
    if (place && tf.getBackend() === 'simd') simd().pointer(x);
    live.push(tf.tidy(() => OPS[op]!(x.rank === 0 ? tf.reshape(x, [1]) : x, parameter)));
    read.push(outcomeOf(live.at(-1)!));
    if (dispose !== null && live.length > 1) live.splice(dispose % live.length, 1)[0]!.dispose();
    if (tf.getBackend() === 'simd') overwriteFreeMemory();
  }
  const left = live.map(outcomeOf);
  for (const tensor of live) tensor.dispose();
  return [...read, ...left].map(({ values, ...rest }) => ({ ...rest, values: Array.from(values) }));
}

function outcomeOf(tensor: tf.Tensor): Outcome {
  return { dtype: tensor.dtype, shape: tensor.shape, values: tensor.dataSync() };
}

/** Whatever still looks at memory that was given back sees nonsense from now on. */
function overwriteFreeMemory(): void {
  const fillers = Array.from({ length: 8 }, () => tf.tensor(new Float32Array(16).fill(12_345)));
  for (const filler of fillers) simd().pointer(filler);
  for (const filler of fillers) filler.dispose();
}

function simd(): SimdBackend {
  return tf.engine().backend as SimdBackend;
}

it('lets no tensor see memory that another has given back, and leaves none behind', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      await tf.setBackend('cpu');
      const expected = outcomes(steps);
      await tf.setBackend('simd');
      const before = tf.memory().numTensors;
      expect(outcomes(steps)).toEqual(expected);
      expect(tf.memory().numTensors).toBe(before);
      expect(simd().allocatedBytes).toBe(0);
    }),
    { numRuns: 300 },
  );
});
