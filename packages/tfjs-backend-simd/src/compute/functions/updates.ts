/** Steps of optimisers, in place. Items are fours of elements; arrays have room for whole fours. */
export interface UpdateFunctions {
  /** A step of Adam; `rest` is `1 - beta`, `shrink` the share that decays, `rate` is divided by the first correction. */
  adamUpdate(
    parameter: number,
    gradient: number,
    first: number,
    second: number,
    rate: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    epsilon: number,
    correction2: number,
    shrink: number,
    l2: number,
    begin: number,
    end: number,
  ): void;
  /** `average = decay * average + rest * parameter`. */
  averageUpdate(
    average: number,
    parameter: number,
    decay: number,
    rest: number,
    begin: number,
    end: number,
  ): void;
  /** `velocity = momentum * velocity + g`, and `parameter -= shrink * parameter + ofGradient * g + ofVelocity * velocity`. */
  momentumUpdate(
    parameter: number,
    gradient: number,
    velocity: number,
    momentum: number,
    ofGradient: number,
    ofVelocity: number,
    shrink: number,
    l2: number,
    begin: number,
    end: number,
  ): void;
}

export const UPDATE_FUNCTIONS: readonly (keyof UpdateFunctions)[] = [
  'adamUpdate',
  'averageUpdate',
  'momentumUpdate',
];
