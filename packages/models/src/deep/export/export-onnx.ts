import { tidy } from '@tensorflow/tfjs-core';
import type { Network } from '../network/network.ts';
import { type ExportOptions, requireClassNames } from './export-options.ts';
import { encodeOnnxModel } from './onnx/encode-onnx-model.ts';
import { onnxShape } from './onnx/layout.ts';
import { ONNX_FORMAT } from './onnx/onnx-format.ts';
import { createOnnxGraph } from './onnx/onnx-graph.ts';
import { packageVersion } from './package-version.ts';
import { writeNetwork } from './write-network.ts';

const INPUT = 'input';
const OUTPUT = 'output';

/**
 * A network as it predicts, as an ONNX file of operators of version 13 (onnxruntime 1.6 and later), with float32 weights.
 *
 * It takes `input`, float32 `[batch, channels, height, width]`, as users of ONNX expect, and gives `output`,
 * `[batch, ...outputShape]` (an image has its channels first here too). Images of one channel have the same bytes with
 * channels first and last. The batch may have any size. Constants and nodes are named after kinds of layers and their
 * places: `convolution_3_0/kernel`. Notes become metadata; `classNames` is there a JSON list.
 *
 * @throws {ModelsError} `E_EXPORT` - there is a layer that is not one of ours; the message names its place.
 * `E_OPTION` - there are not as many names as classes.
 * @see https://github.com/onnx/onnx/blob/v1.8.1/docs/Operators.md
 */
export function exportOnnx(network: Network, options: ExportOptions = {}): Uint8Array<ArrayBuffer> {
  requireClassNames(options, network.outputShape);
  const { classNames, notes } = options;
  const graph = createOnnxGraph();
  const last = tidy(() => writeNetwork(network, ONNX_FORMAT, graph.at, INPUT));
  const end = { name: OUTPUT, operator: 'Identity', inputs: [last], outputs: [OUTPUT], attributes: {} };
  return encodeOnnxModel({
    name: network.name,
    graph: { nodes: [...graph.nodes, end], constants: graph.constants },
    input: { name: INPUT, shape: onnxShape(network.inputShape) },
    output: { name: OUTPUT, shape: onnxShape(network.outputShape) },
    producer: { name: '@fashion-mnist/models', version: packageVersion },
    metadata: { ...notes, ...(classNames && { classNames: JSON.stringify(classNames) }) },
  });
}
