import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import type { Shape } from '../layers/shape.ts';
import { type Place, places } from './places.ts';

/**
 * What of an architecture comes before its head. The head is the last dense layer, or, without one, the last layer that has
 * kernels; what stands beside it in a sum or a concatenation counts as part of it. Layers keep their places.
 */
export function bodyOf(architecture: Layer, input: Shape): Layer {
  const all = places(architecture, input);
  if (all.some(isDense)) return before(architecture, input, isDense);
  return all.some(hasKernel) ? before(architecture, input, hasKernel) : architecture;
}

type IsHead = (place: Place) => boolean;

const isDense: IsHead = ({ layer }) => layer.kind === 'dense';
const hasKernel: IsHead = ({ layer, input }) => layer.multiplyAdds(input) > 0;

/** What comes before the last head in a layer that has one. */
function before(layer: Layer, input: Shape, isHead: IsHead): Layer {
  if (layer.kind !== 'sequence') return sequence();
  const shapes = layer.childShapes(input);
  const index = layer.children.findLastIndex((child, i) => places(child, shapes[i]!).some(isHead));
  const rest = before(layer.children[index]!, shapes[index]!, isHead);
  return sequence(...layer.children.slice(0, index), rest);
}
