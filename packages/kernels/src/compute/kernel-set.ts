import type { ConversionKernels } from '../kernels-of/conversion.ts';

/** Every kernel by name. Each takes its arguments and the range `begin..end` of items that it works on. */
export interface KernelSet extends ConversionKernels {}

export type KernelName = keyof KernelSet;

/** In the order in which commands number them. */
export const KERNEL_NAMES: readonly KernelName[] = ['scaleBytes'];
