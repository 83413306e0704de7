import { expect, it } from 'vitest';
import { bothKernels } from '../testing/both-kernels.ts';
import { KERNEL_NAMES } from './kernel-set.ts';

it('has every kernel compiled and as a twin, under a name that commands know', async () => {
  const { compiled, twin } = await bothKernels();
  const { setScratch, constantsEnd, ...kernels } = compiled.kernels as unknown as Record<string, () => void>;
  expect([setScratch, constantsEnd]).not.toContain(undefined);
  expect(Object.keys(kernels).toSorted()).toEqual(KERNEL_NAMES.toSorted());
  expect(Object.keys(twin.kernels).toSorted()).toEqual(KERNEL_NAMES.toSorted());
});
