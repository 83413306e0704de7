import { type io, tidy } from '@tensorflow/tfjs-core';
import type { Network } from '../network/network.ts';
import { type ExportOptions, requireClassNames } from './export-options.ts';
import { LAYERS_FORMAT } from './layers-model/layers-format.ts';
import { createLayersGraph, type KerasWeight, type LayersGraph } from './layers-model/layers-graph.ts';
import { packageVersion } from './package-version.ts';
import { writeNetwork } from './write-network.ts';

/** A LayersModel as its two files. */
export interface LayersModelFiles {
  /** To be kept as JSON in `model.json`. */
  readonly modelJson: io.ModelJSON;
  /** To be kept beside it, in `weights.bin`. */
  readonly weights: Uint8Array<ArrayBuffer>;
  /** What is in `weights`, in this order; `modelJson` says it too. */
  readonly weightSpecs: readonly io.WeightsManifestEntry[];
}

const INPUT = 'input';
const WEIGHTS_FILE = 'weights.bin';

/**
 * A network as a functional model of Keras' layers, for `loadLayersModel` of tfjs: it takes
 * `[batch, height, width, channels]` and answers as the network predicts. Layers and arrays are named after kinds of
 * layers and their places: `convolution_3_0/kernel`. Notes and `classNames` are user-defined metadata. Groups of a
 * convolution become convolutions of their own, since tfjs has none.
 *
 * @throws {ModelsError} `E_EXPORT` - tfjs has no such layer: capsules, l2 and local response normalisation, and a GRU with
 * `reset: 'after'`; the message names the place. `E_OPTION` - there are not as many names as classes.
 * @see https://js.tensorflow.org/api/4.22.0/#loadLayersModel
 */
export function exportLayersModel(network: Network, options: ExportOptions = {}): LayersModelFiles {
  requireClassNames(options, network.outputShape);
  const { classNames, notes } = options;
  const graph = createLayersGraph(INPUT, network.inputShape);
  const output = tidy(() => writeNetwork(network, LAYERS_FORMAT, graph.at, INPUT));
  const weightSpecs = graph.weights.map(specOf);
  const modelJson: io.ModelJSON = {
    format: 'layers-model',
    generatedBy: `@fashion-mnist/models ${packageVersion}`,
    convertedBy: null,
    modelTopology: topologyOf(network.name, graph, output),
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weightSpecs }],
    userDefinedMetadata: { ...notes, ...(classNames && { classNames }) },
  };
  return { modelJson, weights: joinedBytes(graph.weights), weightSpecs };
}

function topologyOf(name: string, { layers }: LayersGraph, output: string): object {
  return {
    class_name: 'Model',
    config: { name, layers, input_layers: [[INPUT, 0, 0]], output_layers: [[output, 0, 0]] },
    keras_version: 'tfjs-layers 4.22.0',
    backend: 'tensor_flow.js',
  };
}

function specOf({ name, shape }: KerasWeight): io.WeightsManifestEntry {
  return { name, shape: [...shape], dtype: 'float32' };
}

function joinedBytes(weights: readonly KerasWeight[]): Uint8Array<ArrayBuffer> {
  const numbers = new Float32Array(weights.reduce((sum, { data }) => sum + data.length, 0));
  let at = 0;
  for (const { data } of weights) {
    numbers.set(data, at);
    at += data.length;
  }
  return new Uint8Array(numbers.buffer);
}
