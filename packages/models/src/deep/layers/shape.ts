import { ModelsError } from '../../errors.ts';

/** Sizes of one sample, without the batch: `[height, width, channels]`, `[steps, features]` or `[features]`. */
export type Shape = readonly number[];

/** `[height, width, channels]` of an image. @throws {ModelsError} `E_SHAPE` - it is none. */
export function imageShape(
  kind: string,
  shape: Shape,
): readonly [height: number, width: number, channels: number] {
  const [height, width, channels, ...more] = shape;
  if (height === undefined || width === undefined || channels === undefined || more.length > 0)
    throw shapeError(kind, 'an image [height, width, channels]', shape);
  return [height, width, channels];
}

/** The number of features of a flat sample. @throws {ModelsError} `E_SHAPE` - it has more dimensions than one. */
export function featureCountOf(kind: string, shape: Shape): number {
  const [count, ...more] = shape;
  if (count === undefined || more.length > 0)
    throw shapeError(kind, '[features] (flatten() makes it of an image)', shape);
  return count;
}

/** That a layer cannot take samples of a shape. */
export function shapeError(kind: string, expected: string, shape: Shape): ModelsError {
  return new ModelsError(
    'E_SHAPE',
    `${kind}: expected samples of shape ${expected}, got [${shape.join(', ')}]`,
  );
}

/** Whether two shapes are the same. */
export function isSameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** @throws {ModelsError} `E_OPTION` - there is no branch. */
export function requireBranches(kind: string, branches: readonly unknown[]): void {
  if (branches.length === 0)
    throw new ModelsError('E_OPTION', `${kind}: expected at least one branch, got none`);
}
