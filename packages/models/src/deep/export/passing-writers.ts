import type { LayerWriter } from './write-network.ts';

/** Layers one after the other: each is given what the one before it gives. */
export const writeSequence: LayerWriter<unknown> = (x, layer) =>
  Array.from({ length: layer.childCount }).reduce<string>(
    (value, _, index) => layer.writeChild(index, value),
    x,
  );

/** A layer that gives what it is given. */
export const writeNothing: LayerWriter<unknown> = (x) => x;
