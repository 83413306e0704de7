import type { WrittenLayer } from './write-network.ts';

/** Writes all children of a layer, each given the same; the names of what they give. */
export function writeBranches(x: string, layer: WrittenLayer): readonly string[] {
  return Array.from({ length: layer.childCount }, (_, index) => layer.writeChild(index, x));
}
