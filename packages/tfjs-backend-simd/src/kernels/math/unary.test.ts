import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import { describe, it } from 'vitest';
import { expectAsOnCpu, type Tolerance } from '../../testing/compare.ts';
import { expectSameOnThreads } from '../../testing/on-threads.ts';
import { someValues } from '../../testing/values.ts';
import { UNARY_KERNELS } from './unary.ts';

const SPECIAL = [
  0,
  -0,
  1,
  -1,
  NaN,
  Infinity,
  -Infinity,
  1e-45,
  -1e-45,
  1e-38,
  3e38,
  -3e38,
  88.72,
  89,
  -87.5,
  -103,
  -110,
];
/** Two units in the last place, and two of the smallest number. */
const ROUNDED: Tolerance = { relative: 2.4e-7, absolute: 3e-45 };

/** How far each may be; the cpu backend's `exp(x) - 1` is off by the last place of 1 in float64 itself. */
const CASES: Readonly<Record<string, { readonly tolerance: Tolerance; readonly attrs?: NamedAttrMap }>> = {
  Abs: { tolerance: {} },
  ClipByValue: { tolerance: {}, attrs: { clipValueMin: -0.5, clipValueMax: 2 } },
  Elu: { tolerance: { relative: 2.4e-7, absolute: 2e-16 } },
  Erf: { tolerance: { absolute: 5e-7 } },
  Exp: { tolerance: ROUNDED },
  LeakyRelu: { tolerance: ROUNDED, attrs: { alpha: 0.2 } },
  Log: { tolerance: ROUNDED },
  Neg: { tolerance: {} },
  Reciprocal: { tolerance: {} },
  Relu: { tolerance: {} },
  Relu6: { tolerance: {} },
  Rsqrt: { tolerance: ROUNDED },
  Selu: { tolerance: { relative: 3.6e-7, absolute: 4e-16 } },
  Sigmoid: { tolerance: { relative: 3.6e-7, absolute: 3e-39 } },
  Softplus: { tolerance: { relative: 4.8e-7, absolute: 1e-7 } },
  Sqrt: { tolerance: {} },
  Square: { tolerance: {} },
  Step: { tolerance: {}, attrs: { alpha: 0.1 } },
  Tanh: { tolerance: ROUNDED },
};

describe.each(UNARY_KERNELS)('$kernelName', ({ kernelName }) => {
  const { tolerance, attrs = {} } = CASES[kernelName]!;

  it('is within its tolerance of the cpu backend for values of all sizes', async () => {
    const wide = someValues(3001, 1).map((value, index) => value * 2 ** ((index % 40) - 30));
    for (const values of [SPECIAL, wide, someValues(5, 2), someValues(1, 3), new Float32Array(0)])
      await expectAsOnCpu(kernelName, { x: { values, shape: [values.length] } }, attrs, tolerance);
  });

  it('keeps the shape, and leaves other types to the cpu backend', async () => {
    await expectAsOnCpu(kernelName, { x: { values: someValues(12, 4), shape: [2, 3, 2] } }, attrs, tolerance);
    if (kernelName !== 'Step')
      await expectAsOnCpu(
        kernelName,
        { x: { values: [1, 4, 9], shape: [3], dtype: 'int32' } },
        attrs,
        tolerance,
      );
  });
});

it('computes the same on one thread and on three', async () => {
  const x = { values: someValues(40_001, 1), shape: [40_001] };
  await expectSameOnThreads(
    ...UNARY_KERNELS.map((kernel) => ({
      kernel,
      inputs: { x },
      attrs: CASES[kernel.kernelName]!.attrs ?? {},
    })),
  );
});
