import { ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten } from './flatten.ts';
import { oneHot } from './one-hot.ts';

describe('flatten', () => {
  it('keeps the data and joins all but the first dimension', () => {
    const images = ndArray(new Uint8Array(256), [4, 8, 8]);
    const flat = flatten(images);
    expect(flat.shape).toEqual([4, 64]);
    expect(flat.data).toBe(images.data);
  });

  it('flattens no images', () => {
    expect(flatten(ndArray(new Uint8Array(0), [0, 28, 28])).shape).toEqual([0, 784]);
  });

  it.each([
    [new Uint8Array(3), [2, 2]],
    [new Uint8Array(1), []],
  ])('refuses %j of shape %j', (data, shape) => {
    expect(() => flatten({ data, shape })).toThrow(expect.objectContaining({ code: 'E_SHAPE' }));
  });
});

describe('oneHot', () => {
  it('has a single 1 in each row, at its label', () => {
    fc.assert(
      fc.property(fc.uint8Array({ max: 9 }), fc.integer({ min: 10, max: 300 }), (labels, classCount) => {
        const { data, shape } = oneHot(labels, classCount);
        expect(shape).toEqual([labels.length, classCount]);
        expect(data.reduce((sum, value) => sum + value, 0)).toBe(labels.length);
        labels.forEach((label, i) => expect(data[i * classCount + label]).toBe(1));
      }),
    );
  });

  it('refuses a label that is no class', () => {
    expect(() => oneHot(Uint8Array.of(0, 10, 3), 10)).toThrow(
      expect.objectContaining({
        code: 'E_OPTION',
        message: expect.stringContaining('expected labels in 0..9, got 10 at 1') as string,
      }),
    );
  });

  it.each([
    ['signed bytes', Int8Array.of(0, -1)],
    ['fractions', Float32Array.of(1.5)],
    ['a list', [0, 1]],
    ['nothing', null],
  ])('refuses labels that are %s', (_, labels) => {
    expect(() => oneHot(labels as unknown as Uint8Array, 3)).toThrow(
      expect.objectContaining({
        code: 'E_SHAPE',
        message: expect.stringContaining('oneHot: expected labels in a Uint8Array, got') as string,
      }),
    );
  });

  it.each([0, -1, 2.5, Number.NaN])('refuses %s classes', (classCount) => {
    expect(() => oneHot(Uint8Array.of(0), classCount)).toThrow(/classCount: expected a whole number >= 1/);
  });
});
