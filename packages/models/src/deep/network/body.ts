import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import type { Shape } from '../layers/shape.ts';
import { places } from './places.ts';

/**
 * What of an architecture comes before its head. The head is the last dense layer, or, without one, the last layer that has
 * kernels; what stands beside it in a sum or a concatenation counts as part of it. Layers keep their places.
 */
export function bodyOf(architecture: Layer, input: Shape): Layer {
  const isDense = (layer: Layer): boolean => layer.kind === 'dense';
  const hasKernels = (layer: Layer, shape: Shape): boolean => layer.multiplyAdds(shape) > 0;
  return before(architecture, input, isDense) ?? before(architecture, input, hasKernels) ?? architecture;
}

/** What comes before the last layer of a kind; undefined when there is none. */
function before(
  layer: Layer,
  input: Shape,
  isHead: (layer: Layer, input: Shape) => boolean,
): Layer | undefined {
  if (!places(layer, input).some((place) => isHead(place.layer, place.input))) return undefined;
  if (layer.kind !== 'sequence') return sequence();
  const shapes = layer.childShapes(input);
  const index = layer.children.findLastIndex((child, i) => before(child, shapes[i]!, isHead) !== undefined);
  const rest = before(layer.children[index]!, shapes[index]!, isHead)!;
  return sequence(...layer.children.slice(0, index), rest);
}
