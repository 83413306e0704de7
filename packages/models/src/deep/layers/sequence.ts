import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import type { Shape } from './shape.ts';

/** Gives each layer what the one before it gives. */
export function sequence(...layers: readonly Layer[]): Layer {
  const shapes = (input: Shape): readonly Shape[] => {
    const all = [input];
    for (const layer of layers) all.push(layer.outputShape(all.at(-1)!));
    return all;
  };
  return createLayer({
    kind: 'sequence',
    children: layers,
    outputShape: (input) => shapes(input).at(-1)!,
    childShapes: (input) => shapes(input).slice(0, -1),
    apply: (x, scope) => layers.reduce((value, layer, index) => layer.apply(value, scope.child(index)), x),
  });
}
