import type { Tensor } from '@tensorflow/tfjs-core';
import type { JsonValue } from '../../../persistence/model-state.ts';

/** What a layer of Keras is told, under the names of Keras. */
export type KerasConfig = Readonly<Record<string, JsonValue>>;

/** A layer of a functional model. */
interface KerasLayer {
  readonly class_name: string;
  readonly name: string;
  readonly config: KerasConfig;
  /** Where each input of its only use comes from. */
  readonly inbound_nodes: readonly (readonly KerasSource[])[];
}

/** The layer, which of its uses, which of its outputs, and arguments. */
type KerasSource = readonly [name: string, node: number, output: number, arguments: KerasConfig];

/** An array of a layer, as in `convolution_3_0/kernel`. */
export interface KerasWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** A graph as it grows, seen from the place of a layer. */
export interface LayersGraphAt {
  /**
   * Adds a layer of Keras.
   *
   * @param weights - Copied, under the names of Keras.
   * @returns The name of the layer, which stands for what it gives.
   */
  layer(
    className: string,
    inputs: readonly string[],
    config?: KerasConfig,
    weights?: Readonly<Record<string, Tensor>>,
  ): string;
}

/** All layers, each after those that it takes something from, and their arrays. */
export interface LayersGraph {
  readonly layers: readonly KerasLayer[];
  readonly weights: readonly KerasWeight[];
  /** The graph to add to, at a place. */
  at(placeName: string): LayersGraphAt;
}

/** A graph of its input alone. */
export function createLayersGraph(input: string, shape: readonly number[]): LayersGraph {
  const config = { name: input, batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false };
  const layers: KerasLayer[] = [{ class_name: 'InputLayer', name: input, config, inbound_nodes: [] }];
  const weights: KerasWeight[] = [];

  const at = (place: string): LayersGraphAt => {
    let count = 0;
    return {
      layer(className, inputs, options = {}, arrays = {}) {
        count++;
        const name = count === 1 ? place : `${place}.${count}`;
        layers.push({
          class_name: className,
          name,
          config: { name, ...options },
          inbound_nodes: [inputs.map((source) => [source, 0, 0, {}])],
        });
        for (const [key, values] of Object.entries(arrays)) {
          const data = values.dataSync<'float32'>().slice();
          weights.push({ name: `${name}/${key}`, shape: values.shape, data });
        }
        return name;
      },
    };
  };
  return { layers, weights, at };
}
