import fc from 'fast-check';
import { it } from 'vitest';
import { expectClose } from '../../testing/expect-close.ts';
import { runKernel } from '../../testing/on-both-backends.ts';
import { randomInput } from '../../testing/random-input.ts';

/** Sums of some hundred products in another order. */
const TOLERANCE = 1e-5;

const size = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(16, 65, 130));

it('multiplies as the cpu backend does, whichever factor is transposed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        matrices: fc.constantFrom<[number[], number[]]>(
          [[1], [1]],
          [[3], [3]],
          [[3], [1]],
          [[1], [4]],
          [
            [2, 3],
            [2, 3],
          ],
        ),
        rowCount: size,
        inner: size,
        columnCount: size,
        transposeA: fc.boolean(),
        transposeB: fc.boolean(),
        seed: fc.nat(1e6),
      }),
      async ({ matrices: [outerA, outerB], rowCount, inner, columnCount, transposeA, transposeB, seed }) => {
        const a = transposeA ? [inner, rowCount] : [rowCount, inner];
        const b = transposeB ? [columnCount, inner] : [inner, columnCount];
        const inputs = {
          a: randomInput([...outerA, ...a], seed),
          b: randomInput([...outerB, ...b], seed + 1),
        };
        const attrs = { transposeA, transposeB };
        const [expected] = await runKernel('cpu', 'BatchMatMul', inputs, attrs);
        const [got] = await runKernel('simd', 'BatchMatMul', inputs, attrs);
        expectClose(got!, expected!, TOLERANCE);
      },
    ),
    { numRuns: 60 },
  );
});

it('multiplies many rows as the cpu backend does, whichever factor is transposed', async () => {
  for (const [inner, columnCount] of [
    [5, 70],
    [300, 9],
    [515, 130],
  ] as const)
    for (const transposeA of [false, true])
      for (const transposeB of [false, true]) {
        const inputs = {
          a: randomInput(transposeA ? [1, inner, 391] : [1, 391, inner], 1),
          b: randomInput(transposeB ? [1, columnCount, inner] : [1, inner, columnCount], 2),
          bias: randomInput([columnCount], 3),
        };
        const attrs = { transposeA, transposeB, activation: 'relu' };
        const [expected] = await runKernel('cpu', '_FusedMatMul', inputs, attrs);
        const [got] = await runKernel('simd', '_FusedMatMul', inputs, attrs);
        expectClose(got!, expected!, TOLERANCE);
      }
});

it('repeats matrices along axes of one before the last two', async () => {
  const a = randomInput([2, 1, 4, 5], 1);
  const b = randomInput([3, 5, 6], 2);
  const tiledA = [0, 0, 0, 1, 1, 1].flatMap((matrix) =>
    Array.from(a.values).slice(matrix * 20, matrix * 20 + 20),
  );
  const tiledB = [0, 1].flatMap(() => Array.from(b.values));
  const [expected] = await runKernel('cpu', 'BatchMatMul', {
    a: { values: tiledA, shape: [2, 3, 4, 5] },
    b: { values: tiledB, shape: [2, 3, 5, 6] },
  });
  const [got] = await runKernel('simd', 'BatchMatMul', { a, b });
  expectClose(got!, expected!, TOLERANCE);
});

it('adds a bias and activates', async () => {
  for (const activation of ['linear', 'relu', 'relu6', 'elu', 'sigmoid', 'leakyrelu', 'prelu'])
    for (const [rowCount, biasShape] of [
      [1, [21]],
      [7, [21]],
      [7, [1]],
      [70, [1, 21]],
    ] as const) {
      const inputs = {
        a: randomInput([1, rowCount, 300], 1),
        b: randomInput([1, 300, 21], 2),
        bias: randomInput(biasShape, 3),
        ...(activation === 'prelu' && { preluActivationWeights: randomInput([21], 4) }),
      };
      const attrs = { transposeA: false, transposeB: false, activation, leakyreluAlpha: 0.3 };
      const [expected] = await runKernel('cpu', '_FusedMatMul', inputs, attrs);
      const [got] = await runKernel('simd', '_FusedMatMul', inputs, attrs);
      expectClose(got!, expected!, TOLERANCE);
    }
});
