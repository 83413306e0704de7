import type { JsonValue } from '../../persistence/model-state.ts';
import { type LayerDocument, layerDocument } from '../layers/layer-document.ts';
import type { Shape } from '../layers/shape.ts';
import type { Network } from '../network/network.ts';

/** What makes a network, beside its parameters, as JSON. */
export interface NetworkOutline {
  readonly name: string;
  readonly inputShape: Shape;
  readonly architecture: LayerDocument;
}

export function outlineOf({ name, inputShape, architecture }: Network): NetworkOutline {
  return { name, inputShape, architecture: layerDocument(architecture) };
}

/** Whether two values are the same JSON, whatever the order of their members. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: JsonValue) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
