import { createRng } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KernelsUnderTest } from '../../testing/both-kernels.ts';
import { expectClose } from '../../testing/close.ts';
import { onBoth } from '../../testing/on-both.ts';

type Alloc = (byteLength: number) => number;

const KINDS = [
  ['linear', 0],
  ['poly', 1],
  ['rbf', 2],
  ['sigmoid', 3],
] as const;
const FORMS = [
  ['bytes as int16', 1, 0],
  ['bytes as floats', 1, 1],
  ['floats', 0, 1],
] as const;
const DEGREE = 3;
const seeds = fc.nat();
const few = { numRuns: 12 };

/** Samples in two overlapping clouds, and the arguments that say how they become vectors. */
function placeSource(
  { heap }: KernelsUnderTest,
  alloc: Alloc,
  { count, features, kind, areBytes, areFloats, seed }: Problem,
) {
  const rng = createRng(seed);
  const [samples, multipliers, shifts, skews] = [
    alloc(count * features * 4),
    alloc(features * 4),
    alloc(features * 4),
    alloc(features * 8),
  ];
  for (let i = 0; i < count * features; i++) {
    const isOdd = Math.floor(i / features) % 2 === 1;
    const isBlank = !isOdd && i % features > 9;
    const value = isBlank ? 0 : (isOdd ? 140 : 100) + 40 * rng.nextNormal();
    if (areBytes === 1) heap.u8[samples + i] = Math.max(0, Math.min(255, value));
    else heap.f32[samples / 4 + i] = value;
  }
  for (let i = 0; i < features; i++) {
    heap.f32[multipliers / 4 + i] = areFloats === 1 ? 0.02 : 1 + rng.nextFloat();
    heap.f32[shifts / 4 + i] = 2 + 0.1 * rng.nextNormal();
    heap.f64[skews / 8 + i] = areFloats === 1 ? rng.nextNormal() : -150 * rng.nextFloat();
  }
  const unit = areFloats === 1 ? 1 : 1 / 75 ** 2;
  const factor = (kind === 2 ? -0.5 : 0.2) * (unit / features);
  const squares = heap.f64
    .subarray(skews / 8, skews / 8 + features)
    .reduce((sum, skew) => sum + skew ** 2, 0);
  // Half of what makes `factor * (a + skews) · (b + skews) + 0.2` of a product: a kernel that has one optimum.
  const constant = (factor * squares + 0.2) / 2;
  return [
    samples,
    areBytes,
    features,
    multipliers,
    shifts,
    skews,
    areFloats,
    kind,
    factor,
    constant,
    DEGREE,
  ] as const;
}

interface Problem {
  readonly count: number;
  readonly features: number;
  readonly kind: number;
  readonly areBytes: number;
  readonly areFloats: number;
  readonly seed: number;
}

function packOnBoth(problem: Problem, lanes: number) {
  const { count, features, areFloats, seed } = problem;
  return onBoth((under, alloc) => {
    const { kernels, heap } = under;
    const source = placeSource(under, alloc, problem);
    const blockCount = Math.ceil(count / lanes);
    const unitCount = areFloats === 1 ? features : Math.ceil(features / 2);
    const [members, blocks] = [alloc(count * 4), alloc(blockCount * lanes * unitCount * 4)];
    const [offsets, diagonals] = [alloc(blockCount * lanes * 4), alloc(blockCount * lanes * 4)];
    heap.i32.set(createRng(seed).permutation(count), members / 4);
    const split = Math.floor(blockCount / 3);
    const args = [...source, members, count, lanes, blocks, offsets, diagonals] as const;
    kernels.packKernelVectors(...args, 0, split);
    kernels.packKernelVectors(...args, split, blockCount);
    const at = (pointer: number, length: number) => heap.i32.slice(pointer / 4, pointer / 4 + length);
    return {
      units: at(blocks, blockCount * lanes * unitCount),
      offsets: at(offsets, blockCount * lanes),
      diagonals: at(diagonals, blockCount * lanes),
    };
  });
}

const floatsOf = (words: Int32Array) => new Float32Array(words.buffer, words.byteOffset, words.length);

describe.each(FORMS)('packKernelVectors of %s', (_, areBytes, areFloats) => {
  it.each(KINDS)('does the same compiled and as a twin, for the kernel %s', (_name, kind) => {
    const sizes = [fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 40 })] as const;
    fc.assert(
      fc.property(...sizes, fc.constantFrom(4, 8), seeds, (count, features, lanes, seed) => {
        const problem = { count, features, kind, areBytes, areFloats, seed };
        const { compiled, twin } = packOnBoth(problem, lanes);
        expect(compiled.units).toEqual(twin.units);
        if (kind === 2) expect(compiled.offsets).toEqual(twin.offsets);
        else expectClose(floatsOf(compiled.offsets), floatsOf(twin.offsets), 1e-5);
        // Three factors of float32.
        expectClose(floatsOf(compiled.diagonals), floatsOf(twin.diagonals), 1e-5);
      }),
      few,
    );
  });
});

interface Sizes {
  readonly rowCapacity?: number;
  readonly rowsAtOnce?: number;
  readonly stepsPerTurn?: number;
  readonly mostSteps?: number;
  readonly boxScale?: number;
}

/** Solves one pair of all even against all odd samples, and one of the first halves. */
function solveOnBoth(problem: Problem, sizes: Sizes = {}) {
  const { count, features, areFloats } = problem;
  const { rowsAtOnce = 8, rowCapacity = count, stepsPerTurn = 1000 } = sizes;
  const { mostSteps = Infinity, boxScale = 1 } = sizes;
  return onBoth((under, alloc) => {
    const { kernels, heap } = under;
    const source = placeSource(under, alloc, problem);
    const even = Math.ceil(count / 2);
    const odd = count - even;
    const [members, boxes, pairs, queue] = [alloc(count * 4), alloc(count * 8), alloc(40), alloc(8)];
    for (let i = 0; i < count; i++) {
      heap.i32[members / 4 + i] = i < even ? 2 * i : 2 * (i - even) + 1;
      heap.f64[boxes / 8 + i] = boxScale * (1 + (i % 3));
    }
    const half = Math.ceil(odd / 2);
    heap.i32.set([0, even, even, odd, 0, 0, half, even, half, count], pairs / 4);
    heap.i32.set([0, 0], queue / 4);
    const [duals, outcomes] = [alloc((count + 2 * half) * 8), alloc(64)];
    const stride = 8 * Math.ceil(count / 8) + 8;
    const unitCount = areFloats === 1 ? features : Math.ceil(features / 2);
    const room = 64 + 64 * stride + 20 * rowsAtOnce + unitCount * (4 * stride + 5 * rowsAtOnce);
    const free = 16 * Math.ceil(Math.min(2048, rowCapacity) / 16);
    const freeBytes = 80 + 48 * free + 4 * free ** 2;
    const workspaceBytes = 64 * Math.ceil((room + 4 * stride * rowCapacity + freeBytes) / 64);
    const workspaces = alloc(2 * workspaceBytes);
    for (const at of [workspaces, workspaces + workspaceBytes]) heap.u8.fill(0, at, at + 64);
    const lists = [members, boxes, pairs, 2, queue, duals, outcomes] as const;
    const room2 = [workspaces, workspaceBytes, 2, count, rowCapacity, rowsAtOnce] as const;
    let turns = 0;
    for (; heap.i32[queue / 4 + 1]! < 2 && turns < 20_000; turns++)
      kernels.solveKernelPairs(
        ...source,
        ...lists,
        ...room2,
        1e-6,
        mostSteps,
        stepsPerTurn,
        turns,
        turns + 1,
      );
    return {
      turns,
      duals: heap.f64.slice(duals / 8, duals / 8 + count + 2 * half),
      outcomes: heap.f64.slice(outcomes / 8, outcomes / 8 + 8),
    };
  });
}

const problems = fc.record({
  count: fc.integer({ min: 4, max: 70 }),
  features: fc.integer({ min: 1, max: 20 }),
  seed: seeds,
});

describe.each(FORMS)('solveKernelPairs of %s', (_, areBytes, areFloats) => {
  it.each(KINDS.filter(([, kind]) => kind !== 3))(
    'reaches the optimum of its twin, for the kernel %s',
    (_n, kind) => {
      fc.assert(
        fc.property(problems, (sizes) => {
          const { compiled, twin } = solveOnBoth({ ...sizes, kind, areBytes, areFloats });
          for (const pair of [0, 4]) {
            // Float32 rounds the kernel by 6e-8 of itself, and the objective by the sum of some boxes times that.
            expect(compiled.outcomes[pair + 1]! / twin.outcomes[pair + 1]!).toBeCloseTo(1, 3);
            expect(compiled.outcomes[pair + 3]).toBeLessThan(1e-6);
          }
        }),
        { ...few, examples: [[{ count: 19, features: 1, seed: 20 }]] },
      );
    },
  );
});

describe('solveKernelPairs', () => {
  const problem = { count: 70, features: 7, kind: 2, areBytes: 1, areFloats: 0, seed: 8 };

  it('keeps dual coefficients in their boxes, and their sum at zero', () => {
    const { duals } = solveOnBoth(problem).compiled;
    const first = duals.subarray(0, 70);
    first.forEach((dual, i) => {
      expect(i < 35 ? dual : -dual).toBeGreaterThanOrEqual(0);
      expect(Math.abs(dual)).toBeLessThanOrEqual(1 + (i % 3));
    });
    expect(Math.abs(first.reduce((sum, dual) => sum + dual, 0))).toBeLessThan(1e-12);
  });

  it('reaches the same optimum with room for few rows', () => {
    const roomy = solveOnBoth(problem).compiled;
    const tight = solveOnBoth(problem, { rowCapacity: 16 }).compiled;
    expect(tight.outcomes[1]! / roomy.outcomes[1]!).toBeCloseTo(1, 6);
    expect(tight.outcomes[3]).toBeLessThan(1e-6);
    expect(tight.turns).toBeGreaterThan(roomy.turns);
  });

  it('does the same however many steps a turn may take', () => {
    const whole = solveOnBoth(problem).compiled;
    const broken = solveOnBoth(problem, { stepsPerTurn: 3 }).compiled;
    expect(broken.duals).toEqual(whole.duals);
    expect(broken.turns).toBeGreaterThan(whole.turns);
  });

  it('moves all free variables at once where steps of two creep', () => {
    const creeping = { count: 300, features: 9, kind: 0, areBytes: 0, areFloats: 1, seed: 3 };
    const sizes = { boxScale: 1000 };
    const { compiled, twin } = solveOnBoth(creeping, sizes);
    expect(compiled.outcomes[1]! / twin.outcomes[1]!).toBeCloseTo(1, 4);
    expect(compiled.outcomes[3]).toBeLessThan(1e-6);
    expect(twin.outcomes[2]! / compiled.outcomes[2]!).toBeGreaterThan(2);
    expect(solveOnBoth(creeping, { ...sizes, stepsPerTurn: 7 }).compiled.duals).toEqual(compiled.duals);
  });

  it('stops after as many steps as it may take', () => {
    const { compiled, twin } = solveOnBoth(problem, { mostSteps: 5 });
    for (const { outcomes } of [compiled, twin]) expect([outcomes[2], outcomes[6]]).toEqual([5, 5]);
  });
});

describe.each(FORMS)('decideKernelPairs of %s', (_, areBytes, areFloats) => {
  it.each(KINDS)('does the same compiled and as a twin, for the kernel %s', (_name, kind) => {
    const counts = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 2, maxLength: 7 });
    const rest = [fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), seeds] as const;
    fc.assert(
      fc.property(counts, ...rest, (classCounts, rowCount, features, seed) => {
        const { compiled, twin } = onBoth((under, alloc) => {
          const { kernels, heap } = under;
          const supportCount = classCounts.reduce((sum, count) => sum + count, 0);
          const count = Math.max(supportCount, rowCount);
          const source = placeSource(under, alloc, { count, features, kind, areBytes, areFloats, seed });
          const members = alloc(count * 4);
          for (let i = 0; i < count; i++) heap.i32[members / 4 + i] = i;
          const unitCount = areFloats === 1 ? features : Math.ceil(features / 2);
          const pack = (vectors: number, lanes: number) => {
            const padded = lanes * Math.ceil(vectors / lanes);
            const [blocks, offsets] = [alloc(padded * unitCount * 4), alloc(padded * 4)];
            const out = [blocks, offsets, alloc(padded * 4)] as const;
            kernels.packKernelVectors(...source, members, vectors, lanes, ...out, 0, padded / lanes);
            return [blocks, offsets] as const;
          };
          const [quads, rowOffsets] = pack(rowCount, 4);
          const panels = pack(supportCount, 8);
          const classCount = classCounts.length;
          const pairCount = (classCount * (classCount - 1)) / 2;
          const width = 4 * Math.ceil((classCount - 1) / 4);
          const [starts, coefficients] = [alloc((classCount + 1) * 4), alloc(supportCount * width * 4)];
          const [intercepts, decisions] = [alloc(pairCount * 8), alloc(rowCount * pairCount * 8)];
          const rng = createRng(seed);
          let start = 0;
          classCounts.forEach((size, label) => {
            heap.i32[starts / 4 + label] = start;
            start += size;
          });
          heap.i32[starts / 4 + classCount] = start;
          for (let i = 0; i < supportCount * width; i++) heap.f32[coefficients / 4 + i] = rng.nextNormal();
          for (let i = 0; i < pairCount; i++) heap.f64[intercepts / 8 + i] = rng.nextNormal();
          const [, , , , , , , , factor] = source;
          const kernel = [unitCount, areFloats, kind, factor, DEGREE] as const;
          const rule = [starts, classCount, coefficients, width, intercepts, decisions] as const;
          const args = [quads, rowOffsets, rowCount, ...panels, ...kernel, ...rule] as const;
          const groups = Math.ceil(rowCount / 16);
          const split = Math.floor(groups / 2);
          kernels.decideKernelPairs(...args, 0, split);
          kernels.decideKernelPairs(...args, split, groups);
          return heap.f64.slice(decisions / 8, decisions / 8 + rowCount * pairCount);
        });
        // Sums of up to 180 values of float32, each within a few units of its last place, and an intercept of about
        // one: where they cancel, what is left says nothing of the size of what was summed.
        expectClose(compiled, twin, 1e-5, { leastScale: 1 });
      }),
      few,
    );
  });
});
