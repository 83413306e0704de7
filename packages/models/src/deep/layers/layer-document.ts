import type { JsonValue } from '../../persistence/model-state.ts';
import type { Layer } from './layer.ts';

/** A layer as JSON; what is empty is left out. */
export interface LayerDocument {
  readonly kind: string;
  readonly options?: Readonly<Record<string, JsonValue>>;
  readonly layers?: readonly LayerDocument[];
}

/** A layer and all that it is made of, as JSON from which `parseLayer` makes it again. Parameters are not in it. */
export function layerDocument({ kind, options, children }: Layer): LayerDocument {
  return {
    kind,
    ...(Object.keys(options).length > 0 && { options }),
    ...(children.length > 0 && { layers: children.map(layerDocument) }),
  };
}
