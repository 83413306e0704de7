import fc from 'fast-check';
import type { Step } from '../step.ts';

const probability = fc.constantFrom(0, 0.3, 0.5, 1);
const axis = fc.constantFrom('horizontal' as const, 'vertical' as const);
const byte = fc.constantFrom(0, 7, 255);
const pixels = fc.integer({ min: -9, max: 9 });

/** Steps that move, mirror or erase whole pixels of bytes. */
export const anyEditStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ operation: fc.constant('flip' as const), axis }),
  fc.record({ operation: fc.constant('random-flip' as const), axis, probability }),
  fc.record({ operation: fc.constant('shift' as const), right: pixels, down: pixels, fill: byte }),
  fc.record({ operation: fc.constant('random-shift' as const), pixels: fc.nat(9), fill: byte }),
  fc.record({ operation: fc.constant('random-crop' as const), padding: fc.nat(9), fill: byte }),
  fc.record({ operation: fc.constant('random-erasing' as const), probability, value: byte }),
  fc.record({
    operation: fc.constant('cutout' as const),
    size: fc.integer({ min: 1, max: 6 }),
    count: fc.nat(3),
    fill: byte,
  }),
);

/** Steps that make float32 of pixels, one by one. */
export const anyPixelStep: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  { operation: 'scale-to-unit' },
  { operation: 'normalize' },
  { operation: 'normalize', mean: 0.1307, std: 0.3081 },
);

/** Steps that keep pictures of bytes, of the same size, whatever their labels. */
const anyByteStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: anyEditStep },
  fc.record({ operation: fc.constant('random-rotation' as const), degrees: fc.constantFrom(10, 90) }),
  fc.record({
    operation: fc.constant('affine' as const),
    degrees: fc.constantFrom(-30, 0, 45),
    scale: fc.constantFrom(0.5, 1),
  }),
  fc.record({ operation: fc.constant('gaussian-noise' as const), std: fc.constantFrom(0, 20) }),
  fc.record({ operation: fc.constant('random-brightness' as const), amount: fc.constantFrom(0, 0.5) }),
);

/** Any pipeline of pictures with labels. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(anyByteStep, { maxLength: 3 }),
    fc.array(fc.constantFrom<Step>({ operation: 'mixup' }, { operation: 'cutmix', alpha: 0.4 }), {
      maxLength: 1,
    }),
    fc.array(anyEditStep, { maxLength: 3 }),
    fc.array(anyPixelStep, { maxLength: 1 }),
    fc.array(anyEditStep, { maxLength: 2 }),
  )
  .map((parts) => parts.flat());
