import { keep, type Tensor, tidy, type Variable } from '@tensorflow/tfjs-core';
import { mixSeeds } from '../fused/seeds.ts';
import type { Scope } from '../layers/scope.ts';
import type { NetworkParameter } from './network.ts';
import { parameterPath } from './network-parameters.ts';

/** Statistics that were followed in a step and have not been applied. */
export interface FollowedStatistics {
  follow(path: string, value: Tensor): void;
  apply(): void;
  drop(): void;
}

/** The arrays of a network by their paths. */
export type ParametersByPath = ReadonlyMap<string, Variable>;

/** The scope of a whole network as it stands. */
export function predictionScope(parameters: ParametersByPath): Scope {
  return scopeAt([], { parameters, isTraining: false, seed: 0, input: undefined, follow: () => {} });
}

/** The scope of a whole network in a step of training. */
export function trainingScope(
  parameters: ParametersByPath,
  step: { readonly seed: number; readonly input: Tensor; readonly statistics: FollowedStatistics },
): Scope {
  const { seed, input, statistics } = step;
  return scopeAt([], { parameters, isTraining: true, seed, input, follow: statistics.follow });
}

/** Keeps statistics until they are applied; those of a step that was never applied are dropped by the next one. */
export function followStatistics(parameters: readonly NetworkParameter[]): FollowedStatistics {
  const variables = new Map(parameters.map((each) => [each.path, each.variable]));
  const followed = new Map<string, Tensor>();
  const drop = (): void => {
    for (const value of followed.values()) value.dispose();
    followed.clear();
  };
  return {
    follow(path, value) {
      followed.get(path)?.dispose();
      followed.set(path, keep(tidy(() => value.clone())));
    },
    apply() {
      for (const [path, value] of followed) variables.get(path)?.assign(value);
      drop();
    },
    drop,
  };
}

interface Surroundings {
  readonly parameters: ParametersByPath;
  readonly isTraining: boolean;
  readonly seed: number;
  readonly input: Tensor | undefined;
  follow(path: string, value: Tensor): void;
}

function scopeAt(path: readonly number[], around: Surroundings): Scope {
  const { parameters, isTraining, seed, input } = around;
  return {
    isTraining,
    seed,
    input,
    parameter(name) {
      const found = parameters.get(parameterPath(path, name));
      if (found === undefined) throw new RangeError(`no parameter ${parameterPath(path, name)}`);
      return found;
    },
    follow: (name, value) => around.follow(parameterPath(path, name), value),
    child: (index) => scopeAt([...path, index], { ...around, seed: mixSeeds(seed, index) }),
  };
}
