import { type NdArray, ndArray } from '@fashion-mnist/core';
import { VisualizeError } from './errors.ts';
import { checkedMap } from './quality/checked-map.ts';

/**
 * A map turned, mirrored, scaled and moved so that its points lie as near as they can to those of another map: what stays
 * the same from one map to the next is then seen to stay.
 *
 * @param reference - Where the points should lie, shape `[pointCount, 2]`, at least one point; borrowed.
 * @param places - The map that is to be aligned, the same points in the same order; borrowed.
 * @returns Shape `[pointCount, 2]`, in the unit of `reference`. Of all similarities it is the one with the least sum of
 *   squared distances. Points that all lie at one place in either map come to lie at the mean of `reference`.
 * @throws {VisualizeError} `E_SHAPE` - the maps are not of the same points, or not finite; `E_COUNT` - there are none.
 * @see Schönemann 1966, "A generalized solution of the orthogonal Procrustes problem"; in the plane it needs no singular
 *   values: as complex numbers, `sum(conj(place) * reference)` is the best turn and scale, and the same with `place` in
 *   place of its conjugate for the mirrored map.
 */
export function alignPlaces(
  reference: NdArray<Float32Array>,
  places: NdArray<Float32Array>,
): NdArray<Float32Array> {
  const [pointCount = 0] = reference.shape;
  const target = checkedMap(reference, pointCount);
  const source = checkedMap(places, pointCount);
  if (pointCount === 0) throw new VisualizeError('E_COUNT', 'alignPlaces: expected at least one point');
  const targetMean = meanOf(target);
  const sourceMean = meanOf(source);
  const { cosine, sine, mirror } = bestTurn(target, targetMean, source, sourceMean);
  const aligned = new Float32Array(2 * pointCount);
  for (let i = 0; i < aligned.length; i += 2) {
    const x = at(source, i) - sourceMean.x;
    const y = mirror * (at(source, i + 1) - sourceMean.y);
    aligned[i] = targetMean.x + cosine * x - sine * y;
    aligned[i + 1] = targetMean.y + sine * x + cosine * y;
  }
  return ndArray(aligned, [pointCount, 2]);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A turn with its scale in it, after a mirroring of y where `mirror` is -1. */
interface Turn {
  readonly cosine: number;
  readonly sine: number;
  readonly mirror: 1 | -1;
}

function bestTurn(target: Float32Array, targetMean: Point, source: Float32Array, sourceMean: Point): Turn {
  let [xx, xy, yx, yy, spread] = [0, 0, 0, 0, 0];
  for (let i = 0; i < source.length; i += 2) {
    const x = at(source, i) - sourceMean.x;
    const y = at(source, i + 1) - sourceMean.y;
    const u = at(target, i) - targetMean.x;
    const v = at(target, i + 1) - targetMean.y;
    xx += x * u;
    xy += x * v;
    yx += y * u;
    yy += y * v;
    spread += x * x + y * y;
  }
  if (spread === 0) return { cosine: 0, sine: 0, mirror: 1 };
  const turned = { cosine: (xx + yy) / spread, sine: (xy - yx) / spread, mirror: 1 } as const;
  const mirrored = { cosine: (xx - yy) / spread, sine: (xy + yx) / spread, mirror: -1 } as const;
  return scaleOf(mirrored) > scaleOf(turned) ? mirrored : turned;
}

function scaleOf({ cosine, sine }: Turn): number {
  return Math.hypot(cosine, sine);
}

function meanOf(map: Float32Array): Point {
  let [x, y] = [0, 0];
  for (let i = 0; i < map.length; i += 2) {
    x += at(map, i);
    y += at(map, i + 1);
  }
  return { x: (2 * x) / map.length, y: (2 * y) / map.length };
}

function at(map: Float32Array, index: number): number {
  return map[index] ?? 0;
}
