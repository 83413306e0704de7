export type { Initializer } from './initializers/initializer.ts';
export type { Layer, ParameterSpec } from './layers/layer.ts';
export type { Scope } from './layers/scope.ts';
export type { Shape } from './layers/shape.ts';
export type { Network, NetworkParameter, TrainingStep } from './network/network.ts';
