import type { ResolvedOptions } from '@fashion-mnist/core';
import type { Variable } from '@tensorflow/tfjs-core';
import { ModelsError } from '../../errors.ts';
import type { Layer } from '../layers/layer.ts';
import type { Shape } from '../layers/shape.ts';
import type { Network } from '../network/network.ts';
import { parameterPath } from '../network/network-parameters.ts';

/** A layer at its place in a network, as writers see it. */
export interface WrittenLayer<Options extends object = object> {
  readonly options: ResolvedOptions<Options>;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly childCount: number;
  /** The value of a parameter; borrowed. */
  parameter(name: string): Variable;
  /** Writes a child; returns the name of what it gives. */
  writeChild(index: number, x: string): string;
  /** That the format cannot express the layer. */
  refusal(reason: string): ModelsError;
}

/**
 * Says how layers of a kind are written.
 *
 * @param x - The name of what the layer is given.
 * @param graph - Takes the nodes at this place.
 * @returns The name of what the layer gives.
 */
export type LayerWriter<Graph, Options extends object = object> = (
  x: string,
  layer: WrittenLayer<Options>,
  graph: Graph,
) => string;

/** A format as the writers of all kinds of layers that it can express. */
export interface ExportFormat<Graph> {
  /** As it stands in messages. */
  readonly title: string;
  readonly writers: Readonly<Record<string, LayerWriter<Graph, never>>>;
}

/**
 * Writes all layers of a network into a graph.
 *
 * @param graphAt - The graph as seen from a place, by a name that no other place has.
 * @param input - The name of what the network is given.
 * @returns The name of what it gives.
 * @throws {ModelsError} `E_EXPORT` - the format cannot express a layer.
 */
export function writeNetwork<Graph>(
  { architecture, inputShape, parameters }: Network,
  format: ExportFormat<Graph>,
  graphAt: (placeName: string) => Graph,
  input: string,
): string {
  const variables = new Map(parameters.map(({ path, variable }) => [path, variable]));

  const write = (layer: Layer, path: readonly number[], shape: Shape, x: string): string => {
    const refusal = (reason: string): ModelsError =>
      new ModelsError(
        'E_EXPORT',
        `${placeOf(path)}: ${layer.kind} cannot be written as ${format.title}: ${reason}`,
      );
    const writer = Object.hasOwn(format.writers, layer.kind) ? format.writers[layer.kind] : undefined;
    if (writer === undefined) throw refusal('it has no such layer');
    const shapes = layer.childShapes(shape);
    const written: WrittenLayer = {
      options: layer.options,
      inputShape: shape,
      outputShape: layer.outputShape(shape),
      childCount: layer.children.length,
      parameter: (name) => variables.get(parameterPath(path, name))!,
      writeChild: (index, given) => write(layer.children[index]!, [...path, index], shapes[index]!, given),
      refusal,
    };
    return writer(x, written as WrittenLayer<never>, graphAt(nameOf(layer, path)));
  };
  return write(architecture, [], inputShape, input);
}

/** As in `convolution_3_0`: the kind, and the way to the layer. */
function nameOf(layer: Layer, path: readonly number[]): string {
  return [...layer.kind.split('-'), ...path].join('_');
}

/** The place in the document of an architecture, as `parseLayer` says it. */
function placeOf(path: readonly number[]): string {
  return ['architecture', ...path.map((index) => `layers[${index}]`)].join('.');
}
