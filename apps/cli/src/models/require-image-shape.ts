import { UsageError } from '../usage-error.ts';

/** Fails when pictures have another size than those that a model has learned from. */
export function requireImageShape(
  name: string,
  shape: readonly number[],
  { imageShape }: { readonly imageShape: readonly number[] },
): void {
  if (shape.join() !== imageShape.join())
    throw new UsageError(
      `${name}: expected ${imageShape.join(' x ')} pixels, as the model has learned from, got ${shape.join(' x ')}`,
    );
}
