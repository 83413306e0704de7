import type { JsonValue } from '../../persistence/model-state.ts';
import type { Layer } from './layer.ts';

/** What has to be said of a layer: its kind, the shape of what it gives, and how it computes. */
type LayerDefinition = Pick<Layer, 'kind' | 'outputShape' | 'apply'> &
  Partial<Omit<Layer, 'options'>> & {
    /** Resolved; plain data. */
    readonly options?: object;
  };

/** A layer from what is special about it: without more, it has no options, children or parameters. */
export function createLayer({ options = {}, ...definition }: LayerDefinition): Layer {
  return Object.freeze({
    children: [],
    childShapes: () => [],
    parameters: () => [],
    multiplyAdds: () => 0,
    ...definition,
    options: options as Readonly<Record<string, JsonValue>>,
  });
}
