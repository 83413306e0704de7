import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/scikit-learn.json' with { type: 'json' };
import { type MinMaxScalerOptions, minMaxScaler, minMaxScalerFrom } from './min-max-scaler.ts';
import { standardScaler, standardScalerFrom } from './standard-scaler.ts';

type Golden = (typeof golden.cases)[number];

const samples = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc
      .uint8Array({ minLength: rows * columns, maxLength: rows * columns })
      .map((data) => ndArray(data, [rows, columns])),
  );

function samplesOf(values: readonly number[], { pixels, featureCount }: Golden) {
  const data = pixels === 'bytes' ? Uint8Array.from(values) : Float32Array.from(values);
  return ndArray(data, [values.length / featureCount, featureCount]);
}

/** Within 1e-6, of the number itself where that is greater: float32 cannot hold more digits of it. */
function expectClose(actual: ArrayLike<number>, expected: readonly number[], tolerance = 1e-6): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) =>
    expect(Math.abs((actual[i] as number) - value)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(value)),
    ),
  );
}

describe('scalers', () => {
  it.each(golden.cases)('do what scikit-learn does: $kind of $pixels $options', (expected) => {
    const fitted = samplesOf(expected.fitted, expected);
    const others = samplesOf(expected.others, expected);
    const options = expected.options as MinMaxScalerOptions;
    const scaler = expected.kind === 'standard' ? standardScaler(fitted) : minMaxScaler(fitted, options);
    const [first, second] = 'mean' in scaler ? [scaler.mean, scaler.scale] : [scaler.dataMin, scaler.dataMax];
    expectClose(first, expected.learnt[0] as number[], 1e-9);
    expectClose(second, expected.learnt[1] as number[], 1e-9);
    const transformed = scaler.transform(others);
    expectClose(transformed.data, expected.transformed);
    const undone = scaler.inverse({ ...transformed, data: Float32Array.from(expected.transformed) });
    expectClose(undone.data, expected.inverse);
  });

  it.each([
    ['standardScaler', standardScaler, standardScalerFrom],
    ['minMaxScaler', minMaxScaler, minMaxScalerFrom],
  ] as const)('%s comes back from JSON as it was', (_, fit, from) => {
    fc.assert(
      fc.property(samples, (x) => {
        const scaler = fit(x);
        const restored = from(JSON.parse(JSON.stringify(scaler)));
        expect(restored.transform(x)).toEqual(scaler.transform(x));
        expect(restored.toJSON()).toEqual(scaler.toJSON());
      }),
    );
  });

  it.each([
    ['standardScaler', standardScaler],
    ['minMaxScaler', minMaxScaler],
  ] as const)('%s undoes itself, to the byte', (_, fit) => {
    fc.assert(
      fc.property(samples, (x) => {
        const scaler = fit(x);
        const { data, shape } = scaler.inverse(scaler.transform(x));
        expect(shape).toEqual(x.shape);
        expect(Uint8Array.from(data, Math.round)).toEqual(x.data);
      }),
    );
  });

  it.each([
    ['no sample', { data: new Uint8Array(0), shape: [0, 3] }, 'E_SHAPE', /at least one sample/],
    ['no feature', { data: new Uint8Array(0), shape: [3, 0] }, 'E_SHAPE', /at least one feature/],
    ['no dimension', { data: new Uint8Array(1), shape: [] }, 'E_SHAPE', /got a single number/],
    ['too few data', { data: new Uint8Array(5), shape: [2, 3] }, 'E_SHAPE', /needs 6 elements, got 5/],
    [
      'NaN',
      { data: Float32Array.of(0, 1, 2, Number.NaN), shape: [2, 2] },
      'E_OPTION',
      /got NaN as feature 1 of sample 1/,
    ],
  ] as const)('learn nothing from %s', (_, x, code, message) => {
    for (const fit of [standardScaler, minMaxScaler]) {
      expect(() => fit(x)).toThrow(message);
      expect(() => fit(x)).toThrow(expect.objectContaining({ code }));
    }
  });

  it('keep what they have learnt, whatever becomes of the arrays that show it', () => {
    const x = ndArray(Uint8Array.of(1, 2, 5, 7), [2, 2]);
    const standard = standardScaler(x);
    const minMax = minMaxScaler(x);
    const before = [standard.transform(x), standard.toJSON(), minMax.transform(x), minMax.toJSON()];
    for (const shown of [standard.mean, standard.scale, minMax.dataMin, minMax.dataMax]) shown.fill(100);
    expect([standard.transform(x), standard.toJSON(), minMax.transform(x), minMax.toJSON()]).toEqual(before);
  });

  it('keep their range, whatever becomes of the option', () => {
    const x = ndArray(Uint8Array.of(0, 10), [2, 1]);
    const featureRange: [number, number] = [0, 1];
    const scaler = minMaxScaler(x, { featureRange, clip: true });
    featureRange[1] = 0.5;
    expect([...scaler.transform(x).data]).toEqual([0, 1]);
    expect(scaler.toJSON().featureRange).toEqual([0, 1]);
  });

  it('are not made of what float32 cannot hold', () => {
    const standard = { operation: 'standard-scaler', mean: [1e39], scale: [1] };
    expect(() => standardScalerFrom(standard)).toThrow(expect.objectContaining({ code: 'E_STATE' }));
    const state = minMaxScaler(ndArray(Uint8Array.of(1), [1])).toJSON();
    for (const change of [{ dataMax: [1e39] }, { featureRange: [-1e308, 1e308] }])
      expect(() => minMaxScalerFrom({ ...state, ...change })).toThrow(
        expect.objectContaining({ code: 'E_STATE' }),
      );
  });

  it('refuse samples with another number of features', () => {
    for (const fit of [standardScaler, minMaxScaler]) {
      const scaler = fit(ndArray(Uint8Array.of(1, 2), [1, 2]));
      const others = ndArray(new Uint8Array(3), [1, 3]);
      expect(() => scaler.transform(others)).toThrow('.transform: expected 2 features as fitted, got 3');
      expect(() => scaler.inverse(others)).toThrow('.inverse: expected 2 features as fitted, got 3');
    }
  });
});

describe('standardScaler', () => {
  it('moves every feature to mean 0, and to standard deviation 1 unless it is constant', () => {
    fc.assert(
      fc.property(samples, (x) => {
        const { data } = standardScaler(x).transform(x);
        const [rows = 0, columns = 0] = x.shape;
        for (let column = 0; column < columns; column++) {
          const values = Array.from({ length: rows }, (_, row) => data[row * columns + column] as number);
          const mean = values.reduce((sum, value) => sum + value, 0) / rows;
          const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
          expect(mean).toBeCloseTo(0, 5);
          if (new Set(values).size > 1) expect(variance).toBeCloseTo(1, 5);
          else expect(variance).toBe(0);
        }
      }),
    );
  });

  it('keeps a constant feature whose mean cannot be computed exactly', () => {
    const tenths = ndArray(new Float32Array(7).fill(0.1), [7, 1]);
    const scaler = standardScaler(tenths);
    expect([...scaler.scale]).toEqual([1]);
    for (const value of scaler.transform(tenths).data) expect(value).toBeCloseTo(0, 12);
  });

  it.each([
    [null, 'expected an object, got null'],
    ['{}', 'expected an object, got "{}"'],
    [[], 'expected an object, got a list of 0'],
    [{}, 'operation: expected "standard-scaler", got none'],
    [{ operation: 'min-max-scaler' }, 'operation: expected "standard-scaler", got "min-max-scaler"'],
    [{ operation: 'standard-scaler', mean: [1] }, 'expected operation, mean, scale, got no scale'],
    [{ operation: 'standard-scaler', mean: [1], scale: [1], std: 1 }, 'got the key std'],
    [
      { operation: 'standard-scaler', mean: [1, 2], scale: [1] },
      'scale: expected 2 numbers as in mean, got 1',
    ],
    [
      { operation: 'standard-scaler', mean: [], scale: [] },
      'mean: expected one number per feature, got a list of 0',
    ],
    [
      { operation: 'standard-scaler', mean: [1, null], scale: [1, 1] },
      'mean[1]: expected a finite number, got null',
    ],
    [{ operation: 'standard-scaler', mean: ['1'], scale: [1] }, 'mean[0]: expected a finite number, got "1"'],
    [{ operation: 'standard-scaler', mean: [1], scale: [0] }, 'scale[0]: expected a number > 0, got 0'],
  ])('is not made of %j', (json, message) => {
    expect(() => standardScalerFrom(json)).toThrow(
      expect.objectContaining({ code: 'E_STATE', message: expect.stringContaining(message) as string }),
    );
  });
});

describe('minMaxScaler', () => {
  it('moves what it was fitted to into its range, the ends exactly', () => {
    const range = fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 }))
      .map(([low, span]): [number, number] => [low, low + span]);
    fc.assert(
      fc.property(samples, range, (x, featureRange) => {
        const { data } = minMaxScaler(x, { featureRange }).transform(x);
        const [rows = 0, columns = 0] = x.shape;
        for (let column = 0; column < columns; column++) {
          const values = Array.from({ length: rows }, (_, row) => data[row * columns + column] as number);
          expect(Math.min(...values)).toBeCloseTo(featureRange[0], 5);
          if (new Set(values).size > 1) expect(Math.max(...values)).toBeCloseTo(featureRange[1], 5);
        }
      }),
    );
  });

  it('moves a constant feature to the lower end of its range, however great it is', () => {
    for (const [value, featureRange] of [
      [1e20, [1, 2]],
      [-3e38, [-7, 5]],
      [5, [1, 2]],
      [0, [-1, 1]],
    ] as const) {
      const constant = ndArray(Float32Array.of(value, value), [2, 1]);
      const scaler = minMaxScaler(constant, { featureRange });
      const { data } = scaler.transform(constant);
      expect([...data]).toEqual([featureRange[0], featureRange[0]]);
      expect([...scaler.inverse({ data, shape: [2, 1] }).data]).toEqual([...constant.data]);
    }
  });

  it('clips others only when it is told to', () => {
    const fitted = ndArray(Uint8Array.of(10, 20), [2, 1]);
    const others = ndArray(Uint8Array.of(0, 15, 40), [3, 1]);
    expect([...minMaxScaler(fitted).transform(others).data]).toEqual([-1, 0.5, 3]);
    expect([...minMaxScaler(fitted, { clip: true }).transform(others).data]).toEqual([0, 0.5, 1]);
  });

  it.each([[[1, 0]], [[0, 0]], [[0]], [[0, Number.NaN]], [[-1e308, 1e308]], ['0,1']])(
    'refuses the range %j',
    (featureRange) => {
      const options = { featureRange } as unknown as MinMaxScalerOptions;
      expect(() => minMaxScaler(ndArray(Uint8Array.of(1), [1]), options)).toThrow(
        expect.objectContaining({
          code: 'E_OPTION',
          message: expect.stringContaining('featureRange: expected two numbers, the lesser first') as string,
        }),
      );
    },
  );

  it.each([
    [{ featureRange: [1, 0] }, 'featureRange: expected two numbers, the lesser first'],
    [{ clip: 1 }, 'clip: expected true or false, got 1'],
    [{ clip: undefined }, 'got no clip'],
    [{ dataMax: [3, 1] }, 'dataMax[1]: expected a number >= 2 as in dataMin, got 1'],
  ])('is not made of a state with %j', (change, message) => {
    const state = minMaxScaler(ndArray(Uint8Array.of(1, 2, 3, 4), [2, 2])).toJSON();
    expect(() => minMaxScalerFrom({ ...state, ...change })).toThrow(
      expect.objectContaining({ code: 'E_STATE', message: expect.stringContaining(message) as string }),
    );
  });
});
