import type { NdArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import type { Pixels } from '../images/images.ts';
import * as transforms from '../index.ts';

type Operation = (images: NdArray<Pixels>, options: object | null) => NdArray<Pixels>;

const operations = transforms as unknown as Record<string, Operation>;
const units = { data: Float32Array.of(0, 0.25, 0.5, 1), shape: [1, 2, 2] };

const WITH_FACTOR: readonly [name: string, option: string, more: object][] = [
  ['brightness', 'factor', {}],
  ['contrast', 'factor', {}],
  ['gaussianNoise', 'std', {}],
  ['randomBrightness', 'amount', {}],
  ['randomContrast', 'amount', {}],
];

const WITH_FILL: readonly [name: string, option: string, more: object][] = [
  ['affine', 'fill', { right: 1 }],
  ['cutout', 'fill', { size: 1 }],
  ['pad', 'fill', {}],
  ['randomCrop', 'fill', {}],
  ['randomErasing', 'value', { probability: 1 }],
  ['randomRotation', 'fill', { degrees: 90 }],
  ['randomShift', 'fill', {}],
  ['shift', 'fill', { right: 1 }],
];

describe('options that are computed with pixels', () => {
  it.each([...WITH_FACTOR, ...WITH_FILL])('%s.%s does not become infinite', (name, option, more) => {
    const apply = operations[name] as Operation;
    expect(() => apply(units, { ...more, [option]: 1e39 })).toThrow(
      expect.objectContaining({
        code: 'E_OPTION',
        message: expect.stringContaining(`${name}.${option}: expected a number`) as string,
      }),
    );
    const greatest = WITH_FACTOR.some(([factored]) => factored === name) ? 1e30 : 3.4e38;
    const { data } = apply(units, { ...more, [option]: greatest });
    expect(data.every((value) => Number.isFinite(value))).toBe(true);
  });
});

it.each(['mixup', 'cutmix'])('%s refuses a pool that is none', (name) => {
  for (const pool of [null, 3, {}, { images: null }])
    expect(() => operations[name]?.({ images: units } as unknown as NdArray<Pixels>, { pool })).toThrow(
      expect.objectContaining({
        code: 'E_SHAPE',
        message: expect.stringContaining(`${name}: expected pictures, as { images, labels }, got`) as string,
      }),
    );
});

it.each(['randomFlip', 'flip', 'mixup'])('%s refuses options that are null', (name) => {
  expect(() => operations[name]?.(units, null)).toThrow(
    expect.objectContaining({
      code: 'E_OPTION',
      message: expect.stringContaining('expected an object of options, got null') as string,
    }),
  );
});
