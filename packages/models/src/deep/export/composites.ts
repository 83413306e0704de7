import type { LayerWriter, WrittenLayer } from './write-network.ts';

/** Layers one after the other: each is given what the one before it gives. */
export const writeSequence: LayerWriter<unknown> = (x, layer) =>
  indicesOf(layer).reduce((value, index) => layer.writeChild(index, value), x);

/** A layer that gives what it is given. */
export const writeNothing: LayerWriter<unknown> = (x) => x;

/** Writes all children of a layer, each given the same; the names of what they give. */
export function writeBranches(x: string, layer: WrittenLayer): readonly string[] {
  return indicesOf(layer).map((index) => layer.writeChild(index, x));
}

function indicesOf({ childCount }: WrittenLayer): readonly number[] {
  return [...Array(childCount).keys()];
}
