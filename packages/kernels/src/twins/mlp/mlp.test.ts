import { createRng, type Rng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Heap } from '../../compute/heap.ts';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';
import { exponential, hyperbolicTangent } from './exponential.ts';
import { filled, panelIndex } from './layers.ts';

interface Problem {
  /** Of the inputs, the hidden layers and the outputs. */
  readonly sizes: readonly number[];
  readonly activation: number;
  readonly rowCount: number;
  readonly seed: number;
}

const widths = fc.integer({ min: 1, max: 19 });
const problems: fc.Arbitrary<Problem> = fc.record({
  sizes: fc.array(widths, { minLength: 2, maxLength: 4 }),
  activation: fc.integer({ min: 0, max: 3 }),
  rowCount: fc.integer({ min: 1, max: 14 }),
  seed: fc.nat(),
});

const SAMPLES = 20;

/** A network with random parameters, samples in random order, and room for all that the kernels write. */
function place(heap: Heap, alloc: (byteLength: number) => number, problem: Problem) {
  const { sizes, rowCount, seed } = problem;
  const rng = createRng(seed);
  const rowStride = Math.ceil(rowCount / 4) * 4 + 4;
  const values = sizes.map((size) => alloc(filled(size) * rowStride * 4));
  const layers = sizes.slice(1).map((outputCount, index) => {
    const isLast = index === sizes.length - 2;
    const deltas = isLast ? values[index + 1]! : alloc(filled(outputCount) * rowStride * 4);
    return { inputCount: sizes[index]!, outputCount, deltas };
  });
  const lengths = layers.map(({ inputCount, outputCount }) => filled(outputCount) * (filled(inputCount) + 1));
  const offsets = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length, 0));
  const parameterCount = lengths.reduce((sum, length) => sum + length, 0);
  const network = alloc(layers.length * 24);
  layers.forEach(({ inputCount, outputCount, deltas }, index) => {
    const row = [inputCount, outputCount, values[index]!, values[index + 1]!, deltas, offsets[index]! * 4];
    heap.i32.set(row, network / 4 + index * 6);
  });
  const randoms = (length: number, draw: (rng: Rng) => number) => {
    const pointer = alloc(length * 4);
    heap.f32.set(
      Float32Array.from({ length }, () => draw(rng)),
      pointer / 4,
    );
    return pointer;
  };
  const parameters = randoms(parameterCount, (random) => random.nextNormal() / 3);
  layers.forEach(({ inputCount, outputCount }, index) => {
    for (let output = 0; output < filled(outputCount); output++)
      for (let input = 0; input <= filled(inputCount); input++) {
        const isThere = output < outputCount && (input < inputCount || input === filled(inputCount));
        const at = parameters / 4 + offsets[index]! + panelIndex(input, output, filled(inputCount) + 1);
        if (!isThere) heap.f32[at] = 0;
      }
  });
  const featureCount = sizes[0]!;
  const classCount = Math.max(2, sizes.at(-1)!);
  const bytes = alloc(SAMPLES * featureCount);
  heap.u8.set(
    Uint8Array.from({ length: SAMPLES * featureCount }, () => Math.max(0, rng.nextInt(512) - 256)),
    bytes,
  );
  const ints = (length: number, bound: number) => {
    const pointer = alloc(length * 4);
    heap.i32.set(
      Int32Array.from({ length }, () => rng.nextInt(bound)),
      pointer / 4,
    );
    return pointer;
  };
  const biasesOf = (width: number) => {
    const pointer = randoms(filled(width), (random) => random.nextNormal());
    heap.f32.fill(0, pointer / 4 + width, pointer / 4 + filled(width));
    return pointer;
  };
  return {
    network,
    layers,
    layerCount: layers.length,
    rowStride,
    values,
    parameters,
    parameterCount,
    itemCount: layers.reduce((sum, { inputCount }) => sum + filled(inputCount) / 8 + 1, 0),
    samples: bytes,
    floats: randoms(SAMPLES * featureCount, (random) => random.nextNormal()),
    centre: randoms(filled(featureCount), (random) => random.nextFloat()),
    biases: biasesOf(sizes[1]!),
    inverseScale: randoms(featureCount, (random) => 0.01 + random.nextFloat() / 64),
    order: ints(rowCount, SAMPLES),
    codes: ints(SAMPLES, classCount),
    losses: randoms(rowStride, () => -1),
    first: randoms(parameterCount, (random) => random.nextNormal() / 8),
    second: randoms(parameterCount, (random) => random.nextFloat()),
  };
}

type Placed = ReturnType<typeof place>;

const quads = ({ rowCount }: Problem) => Math.ceil(rowCount / 4);

function read(heap: Heap, pointer: number, length: number): Float32Array {
  return heap.f32.slice(pointer / 4, pointer / 4 + length);
}

/** The panels of a layer, without the rows that no batch has. */
function panels(heap: Heap, pointer: number, width: number, placed: Placed, problem: Problem): number[] {
  const rows = 4 * quads(problem);
  return Array.from({ length: (filled(width) / 8) * rows * 8 }, (_, i) => {
    const [panel, inside] = [Math.floor(i / (8 * rows)), i % (8 * rows)];
    return heap.f32[pointer / 4 + panel * placed.rowStride * 8 + inside]!;
  });
}

describe.each(['bytes', 'floats'] as const)('the forward pass of %s', (kind) => {
  it('does the same compiled and as a twin, bit for bit, at every size', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const placed = place(heap, alloc, problem);
          const { network, layerCount, parameters, samples, floats, biases, inverseScale } = placed;
          const { order, rowStride, values } = placed;
          const head = [network, layerCount, problem.activation, parameters] as const;
          const tail = [order, problem.rowCount, rowStride] as const;
          const split = Math.floor(quads(problem) / 2);
          for (const [begin, end] of [[0, split] as const, [split, quads(problem)] as const])
            if (kind === 'bytes')
              kernels.mlpForwardBytes(...head, samples, inverseScale, biases, ...tail, begin, end);
            else kernels.mlpForwardFloats(...head, floats, ...tail, begin, end);
          return values.map((pointer, i) => panels(heap, pointer, problem.sizes[i]!, placed, problem));
        });
        expect(compiled).toEqual(twin);
      }),
      { numRuns: 60 },
    );
  });
});

/** A batch of bytes that has been through the forward and the backward pass. */
function learned(
  { kernels, heap }: KernelsUnderTest,
  alloc: (byteLength: number) => number,
  problem: Problem,
): Placed {
  const placed = place(heap, alloc, problem);
  const { network, layerCount, parameters, samples, inverseScale, biases } = placed;
  const { order, rowStride, codes, losses } = placed;
  const head = [network, layerCount, problem.activation, parameters] as const;
  const tail = [order, problem.rowCount, rowStride] as const;
  const end = quads(problem);
  kernels.mlpForwardBytes(...head, samples, inverseScale, biases, ...tail, 0, end);
  kernels.mlpBackward(...head, codes, ...tail, losses, 0, Math.floor(end / 2));
  kernels.mlpBackward(...head, codes, ...tail, losses, Math.floor(end / 2), end);
  return placed;
}

describe('mlpBackward', () => {
  it('does the same compiled and as a twin, bit for bit but for the logarithm, at every size', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { compiled, twin } = onBoth((under, alloc) => {
          const placed = learned(under, alloc, problem);
          const deltas = placed.layers.map((layer) =>
            panels(under.heap, layer.deltas, layer.outputCount, placed, problem),
          );
          return { deltas, losses: read(under.heap, placed.losses, placed.rowStride) };
        });
        expect(compiled.deltas).toEqual(twin.deltas);
        expectClose(compiled.losses, twin.losses, 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('stays finite for scores far apart, and caps the loss', () => {
    const problem = { sizes: [1, 3], activation: 3, rowCount: 3, seed: 1 };
    const { compiled, twin } = onBoth((under, alloc) => {
      const { kernels, heap } = under;
      const placed = place(heap, alloc, problem);
      heap.f32.set([500, -500, 0, 0, 0, 0, 0, 0], placed.values[1]! / 4);
      heap.i32.set([0, 1, 2], placed.order / 4);
      heap.i32.set([1, 1, 1], placed.codes / 4);
      const { network, layerCount, parameters, codes, order, rowStride, losses } = placed;
      kernels.mlpBackward(network, layerCount, 3, parameters, codes, order, 1, rowStride, losses, 0, 1);
      return { loss: heap.f32[losses / 4]!, deltas: read(heap, placed.values[1]!, 8) };
    });
    expect(compiled).toEqual(twin);
    expect(compiled.loss).toBeCloseTo(-Math.log(Number.EPSILON), 5);
    expectClose(compiled.deltas, [1, -1, 0, 0, 0, 0, 0, 0], 1e-6);
  });
});

type UpdateKernel = 'mlpGradient' | 'mlpAdam' | 'mlpSgd';

/** What a kernel makes of the parameters after a batch. @param isCentred - Whether inputs count as less by the centre. */
function updated(
  kernel: UpdateKernel,
  problem: Problem,
  isCentred: boolean,
  isNesterov: boolean,
  cut: number,
) {
  return onBoth((under, alloc) => {
    const { kernels, heap } = under;
    const placed = learned(under, alloc, problem);
    const { network, layerCount, rowStride, parameters, parameterCount, itemCount } = placed;
    const [gradient, squares] = [alloc(parameterCount * 8), alloc(itemCount * 8)];
    heap.f64.fill(0.5, gradient / 8, gradient / 8 + parameterCount);
    heap.f64.fill(2, squares / 8, squares / 8 + itemCount);
    const centre = isCentred ? placed.centre : 0;
    const head = [network, layerCount, problem.rowCount, rowStride, centre] as const;
    const split = Math.min(cut, itemCount);
    for (const [begin, end] of [[0, split] as const, [split, itemCount] as const])
      if (kernel === 'mlpGradient') kernels.mlpGradient(...head, gradient, begin, end);
      else if (kernel === 'mlpAdam') {
        const moments = [parameters, placed.first, placed.second, squares] as const;
        kernels.mlpAdam(...head, ...moments, 0.01, 0.1, 0.9, 0.999, 1e-8, begin, end);
      } else {
        const velocities = [parameters, placed.first, squares] as const;
        kernels.mlpSgd(...head, ...velocities, 0.01, 0.1, 0.9, isNesterov ? 1 : 0, begin, end);
      }
    return {
      floats: [parameters, placed.first, placed.second].map((p) => read(heap, p, parameterCount)),
      gradient: heap.f64.slice(gradient / 8, gradient / 8 + parameterCount),
      squares: heap.f64.slice(squares / 8, squares / 8 + itemCount),
    };
  });
}

describe.each(['mlpGradient', 'mlpAdam', 'mlpSgd'] as const)('%s', (kernel) => {
  it('does the same compiled and as a twin at every size, over any cut of the items', () => {
    const cuts = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(problems, fc.boolean(), fc.boolean(), cuts, (problem, isCentred, isNesterov, cut) => {
        const { compiled, twin } = updated(kernel, problem, isCentred, isNesterov, cut);
        expect(compiled.floats).toEqual(twin.floats);
        expect(compiled.gradient).toEqual(twin.gradient);
        expectClose(compiled.squares, twin.squares, 1e-6);
      }),
      { numRuns: 100 },
    );
  });

  it('sums more rows than it lists at a time', () => {
    const problem = { sizes: [9, 41, 2], activation: 3, rowCount: 2_501, seed: 5 };
    const { compiled, twin } = updated(kernel, problem, true, true, 1);
    expect(compiled.floats).toEqual(twin.floats);
    expect(compiled.gradient).toEqual(twin.gradient);
  });
});

describe('mlpCentreBiases', () => {
  it('does the same compiled and as a twin, bit for bit, at every size', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { compiled, twin } = onBoth(({ kernels, heap }, alloc) => {
          const { network, parameters, centre, layers } = place(heap, alloc, problem);
          const panelCount = filled(layers[0]!.outputCount) / 8;
          const biases = alloc(panelCount * 32);
          kernels.mlpCentreBiases(network, parameters, centre, biases, 0, panelCount >> 1);
          kernels.mlpCentreBiases(network, parameters, centre, biases, panelCount >> 1, panelCount);
          return read(heap, biases, panelCount * 8);
        });
        expect(compiled).toEqual(twin);
      }),
    );
  });
});

describe('the functions of the twins', () => {
  const points = Array.from({ length: 2001 }, (_, i) => Math.fround((i - 1000) / 12));

  it('come within a few units in the last place of float32', () => {
    for (const x of points) {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(3e-7);
      expect(Math.abs(hyperbolicTangent(x) - Math.tanh(x))).toBeLessThan(2e-7);
    }
  });
});
