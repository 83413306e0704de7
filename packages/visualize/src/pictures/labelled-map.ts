import type { NdArray } from '@fashion-mnist/core';
import { VisualizeError } from '../errors.ts';

/** The classes of the points of a map. */
export interface PointClasses {
  /** One class per point. */
  readonly labels: Uint8Array | Int32Array;
  /** `classNames[label]` is the name of a class. */
  readonly classNames: readonly string[];
}

/** A map with the classes of its points. */
export interface LabelledMap extends PointClasses {
  /** Shape `[pointCount, 2]`, at least one point, y up; borrowed. */
  readonly coordinates: NdArray<Float32Array>;
}

/** @throws {VisualizeError} `E_SHAPE` - points and labels do not fit, there is none, or they are not finite. */
export function requireLabelledMap({ coordinates: { data, shape }, labels }: LabelledMap): void {
  if (shape.length !== 2 || shape[1] !== 2 || data.length !== 2 * labels.length || labels.length === 0) {
    throw new VisualizeError(
      'E_SHAPE',
      `expected points [count, 2] with a label each, got [${shape.join(', ')}] and ${labels.length} labels`,
    );
  }
  if (!data.every(Number.isFinite)) throw new VisualizeError('E_SHAPE', 'expected finite coordinates');
}
