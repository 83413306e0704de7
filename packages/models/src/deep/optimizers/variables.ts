import { engine, fill, mul, type Tensor, tidy, type Variable, variable } from '@tensorflow/tfjs-core';

/** A variable of the same shape as another, filled with a value; no gradient goes to it. */
export function filledVariable(like: Tensor, value = 0): Variable {
  return tidy(() => variable(fill(like.shape, value), false));
}

/** A variable with a copy of the values of another: `clone` would share their memory, which updates write to. */
export function copiedVariable(original: Tensor): Variable {
  return tidy(() => variable(mul(original, 1), false));
}

/** Gives a variable a copy of the values of another tensor. */
export function overwrite(target: Variable, source: Tensor): void {
  tidy(() => target.assign(mul(source, 1)));
}

/** Gives a variable memory of its own, where it shares it: with clones, or with what it was assigned from. */
export function separate(shared: Variable): void {
  const { dataId } = shared;
  const owner = engine().state.tensorInfo.get(dataId)?.backend;
  if (owner !== undefined && owner.refCount(dataId) > 1) overwrite(shared, shared);
}
