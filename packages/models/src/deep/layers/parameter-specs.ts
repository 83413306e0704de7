import type { Initializer } from '../initializers/initializer.ts';
import type { ParameterSpec } from './layer.ts';
import type { Shape } from './shape.ts';

/** Weights that multiply: they are learned and decayed. */
export function kernelSpec(shape: Shape, initializer: Initializer, name = 'kernel'): ParameterSpec {
  return { name, shape, initializer, isTrainable: true, isDecayed: true };
}

/** Numbers that are added, one per channel: learned, not decayed, 0 at first. */
export function biasSpec(count: number, name = 'bias'): ParameterSpec {
  return { ...channelSpec(name, count, 0), isTrainable: true };
}

/** One number per channel: not decayed, and not learned unless that is said. */
export function channelSpec(name: string, count: number, value: number): ParameterSpec {
  return {
    name,
    shape: [count],
    initializer: { kind: 'constant', value },
    isTrainable: false,
    isDecayed: false,
  };
}
