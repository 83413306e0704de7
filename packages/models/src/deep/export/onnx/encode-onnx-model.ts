import type { OnnxAttribute, OnnxConstant, OnnxGraph, OnnxNode } from './onnx-graph.ts';
import {
  bytesField,
  type Encoded,
  floatField,
  integerField,
  message,
  messageField,
  textField,
  toBytes,
} from './protobuf.ts';

/** What stands in a file of ONNX. */
export interface OnnxModel {
  readonly name: string;
  readonly graph: OnnxGraph;
  readonly input: OnnxValue;
  readonly output: OnnxValue;
  readonly producer: { readonly name: string; readonly version: string };
  readonly metadata: Readonly<Record<string, string>>;
}

/** What goes in or comes out: float32, with a batch of any size before the shape. */
interface OnnxValue {
  readonly name: string;
  readonly shape: readonly number[];
}

/** The version of the format that came with operators of version 13. */
const IR_VERSION = 7;
const OPERATORS_VERSION = 13;
const ELEMENT_TYPE = { float32: 1, int64: 7 };
const ATTRIBUTE_TYPE = { float: 1, integer: 2, integers: 7 };

/**
 * The bytes of a model.
 *
 * @see https://github.com/onnx/onnx/blob/v1.8.1/onnx/onnx.proto - the numbers of fields
 */
export function encodeOnnxModel(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const metadata = Object.entries(model.metadata).map(([key, value]) =>
    messageField(14, [textField(1, key), textField(2, value)]),
  );
  return toBytes(
    message([
      integerField(1, IR_VERSION),
      textField(2, model.producer.name),
      textField(3, model.producer.version),
      messageField(7, graphFields(model)),
      messageField(8, [textField(1, ''), integerField(2, OPERATORS_VERSION)]),
      ...metadata,
    ]),
  );
}

function graphFields({ name, graph, input, output }: OnnxModel): readonly Encoded[] {
  return [
    ...graph.nodes.map((node) => messageField(1, nodeFields(node))),
    textField(2, name),
    ...graph.constants.map((constant) => messageField(5, constantFields(constant))),
    messageField(11, valueFields(input)),
    messageField(12, valueFields(output)),
  ];
}

function nodeFields({ name, operator, inputs, outputs, attributes }: OnnxNode): readonly Encoded[] {
  return [
    ...inputs.map((each) => textField(1, each)),
    ...outputs.map((each) => textField(2, each)),
    textField(3, name),
    textField(4, operator),
    ...Object.entries(attributes).map(([key, value]) =>
      messageField(5, [textField(1, key), ...attributeFields(value)]),
    ),
  ];
}

function attributeFields(value: OnnxAttribute): readonly Encoded[] {
  if (typeof value === 'number') return [integerField(3, value), integerField(20, ATTRIBUTE_TYPE.integer)];
  if ('float' in value) return [floatField(2, value.float), integerField(20, ATTRIBUTE_TYPE.float)];
  return [...value.map((each) => integerField(8, each)), integerField(20, ATTRIBUTE_TYPE.integers)];
}

function constantFields({ name, shape, data }: OnnxConstant): readonly Encoded[] {
  const type = data instanceof Float32Array ? ELEMENT_TYPE.float32 : ELEMENT_TYPE.int64;
  return [
    ...shape.map((size) => integerField(1, size)),
    integerField(2, type),
    textField(8, name),
    bytesField(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ];
}

function valueFields({ name, shape }: OnnxValue): readonly Encoded[] {
  const batch = messageField(1, [textField(2, 'batch')]);
  const sizes = shape.map((size) => messageField(1, [integerField(1, size)]));
  const tensor = [integerField(1, ELEMENT_TYPE.float32), messageField(2, [batch, ...sizes])];
  return [textField(1, name), messageField(2, [messageField(1, tensor)])];
}
