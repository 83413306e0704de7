import type { NamedTensorMap, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { NetworkParameter } from '../network/network.ts';
import type { Optimizer } from './optimizer.ts';
import { adapt, adaptToSum, descend, type WeightDecay } from './update-parameter.ts';
import { filledVariable } from './variables.ts';

/** An optimizer at work on the parameters of a network. */
export interface ParameterUpdates {
  /** What it remembers between steps, by names such as `3.0.kernel/velocity`. */
  readonly memory: ReadonlyMap<string, Variable>;
  /**
   * Changes each parameter that has a gradient.
   *
   * @param gradients - By the names of variables; borrowed.
   * @param step - The learning rate, and how many steps have been done before.
   */
  apply(gradients: NamedTensorMap, step: UpdateStep): void;
  dispose(): void;
}

interface UpdateStep {
  readonly rate: number;
  readonly stepsDone: number;
}

const SLOTS = { sgd: ['velocity'], adam: ['first', 'second'], adagrad: ['sum'] } as const;
const NO_DECAY: WeightDecay = { decay: 0, l2: 0 };

/** An optimizer for these parameters, with nothing remembered. */
export function createUpdates(
  optimizer: Optimizer,
  parameters: readonly NetworkParameter[],
): ParameterUpdates {
  const trained = parameters.filter(({ spec }) => spec.isTrainable);
  const memory = new Map<string, Variable>();
  const initial = optimizer.kind === 'adagrad' ? optimizer.initialSum : 0;
  for (const { path, variable } of trained)
    for (const slot of SLOTS[optimizer.kind])
      memory.set(`${path}/${slot}`, filledVariable(variable, initial));

  function update(parameter: NetworkParameter, gradient: Tensor, step: UpdateStep): void {
    const { path, variable, spec } = parameter;
    const slot = (name: string) => memory.get(`${path}/${name}`)!;
    const weightDecay = spec.isDecayed ? optimizer : NO_DECAY;
    switch (optimizer.kind) {
      case 'sgd':
        return descend(variable, gradient, slot('velocity'), step.rate, optimizer, weightDecay);
      case 'adam':
        return adapt(variable, gradient, [slot('first'), slot('second')], step, optimizer, weightDecay);
      case 'adagrad':
        return adaptToSum(variable, gradient, slot('sum'), step.rate, optimizer, weightDecay);
    }
  }

  return {
    memory,
    apply(gradients, step) {
      for (const parameter of trained) {
        const gradient = gradients[parameter.variable.name];
        if (gradient !== undefined) update(parameter, gradient, step);
      }
    },
    dispose() {
      for (const variable of memory.values()) variable.dispose();
    },
  };
}
