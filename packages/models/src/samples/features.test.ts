import { describe, expect, it } from 'vitest';
import { featureMatrix, floatFeatures } from './features.ts';

const bytes = { data: Uint8Array.of(0, 10, 20, 30), shape: [2, 1, 2] };
const scaling = { mean: Float64Array.of(10, 20), scale: Float64Array.of(10, 2) };

describe('featureMatrix', () => {
  it('sees samples of any shape as a matrix', () => {
    expect(featureMatrix(bytes)).toMatchObject({ sampleCount: 2, featureCount: 2, scaling: undefined });
  });

  it.each([
    ['no sample', { data: new Uint8Array(0), shape: [0, 2] }, undefined, 'E_SHAPE'],
    ['no feature', { data: new Uint8Array(0), shape: [2, 0] }, undefined, 'E_SHAPE'],
    ['another length', { data: new Uint8Array(3), shape: [2, 2] }, undefined, 'E_SHAPE'],
    ['other features than fitted', bytes, 3, 'E_SHAPE'],
    ['NaN', { data: Float32Array.of(0, Number.NaN), shape: [1, 2] }, undefined, 'E_NOT_FINITE'],
    [
      'scaling of others',
      { ...bytes, scaling: { ...scaling, mean: new Float64Array(3) } },
      undefined,
      'E_SHAPE',
    ],
    ['scale 0', { ...bytes, scaling: { ...scaling, scale: new Float64Array(2) } }, undefined, 'E_NOT_FINITE'],
    ['scaled floats', { data: new Float32Array(2), shape: [1, 2], scaling }, undefined, 'E_SHAPE'],
  ])('refuses %s', (_, x, featureCount, code) => {
    expect(() => featureMatrix(x as typeof bytes, featureCount)).toThrow(expect.objectContaining({ code }));
  });
});

describe('floatFeatures', () => {
  it('scales bytes, and leaves floats as they are', () => {
    expect([...floatFeatures(featureMatrix({ ...bytes, scaling }))]).toEqual([-1, -5, 1, 5]);
    expect([...floatFeatures(featureMatrix(bytes))]).toEqual([0, 10, 20, 30]);
    const floats = { data: Float32Array.of(0.5, 1), shape: [1, 2] };
    expect(floatFeatures(featureMatrix(floats))).toBe(floats.data);
  });
});
