import type { NdArray } from '@fashion-mnist/core';
import type { Tensor } from '@tensorflow/tfjs-core';

/** What an operator is told besides its inputs: a whole number, some of them, or a float. */
export type OnnxAttribute = number | readonly number[] | { readonly float: number };

/** The attributes of a node by their names. */
export type OnnxAttributes = Readonly<Record<string, OnnxAttribute>>;

/** An operator that is applied to named values. */
export interface OnnxNode {
  readonly name: string;
  readonly operator: string;
  readonly inputs: readonly string[];
  /** An empty name stands for an output that nobody wants. */
  readonly outputs: readonly string[];
  readonly attributes: OnnxAttributes;
}

/** A constant of a graph. */
export interface OnnxConstant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
}

/** A graph as it grows, seen from the place of a layer. */
export interface OnnxGraphAt {
  /**
   * Adds a node.
   *
   * @param output - Which of the operator's outputs is wanted.
   * @returns The name of that output.
   */
  node(operator: string, inputs: readonly string[], attributes?: OnnxAttributes, output?: number): string;
  /** Adds a constant of float32, copied from a tensor; returns its name. */
  floats(name: string, values: Tensor): string;
  /** Adds one float32 without dimensions. */
  float(name: string, value: number): string;
  /** Adds a list of int64. */
  integers(name: string, values: readonly number[]): string;
}

/** All nodes, each after those whose outputs it takes, and all constants. */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
}

/** A graph that grows. */
export interface OnnxGraphBuilder extends OnnxGraph {
  /** The graph to add to, at a place. */
  at(placeName: string): OnnxGraphAt;
}

/** A graph without nodes. */
export function createOnnxGraph(): OnnxGraphBuilder {
  const nodes: OnnxNode[] = [];
  const constants: OnnxConstant[] = [];
  const names = new Map<string, number>();

  const unique = (name: string): string => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  };
  const constant = (name: string, { data, shape }: NdArray<Float32Array> | Int64Array): string => {
    const own = unique(name);
    constants.push({ name: own, shape, data });
    return own;
  };
  return {
    nodes,
    constants,
    at: (place) => ({
      node(operator, inputs, attributes = {}, output = 0) {
        const name = unique(`${place}/${operator}`);
        const outputs = [...Array.from({ length: output }, () => ''), name];
        nodes.push({ name, operator, inputs, outputs, attributes });
        return name;
      },
      floats: (name, values) =>
        constant(`${place}/${name}`, { data: values.dataSync<'float32'>().slice(), shape: values.shape }),
      float: (name, value) => constant(`${place}/${name}`, { data: Float32Array.of(value), shape: [] }),
      integers: (name, values) =>
        constant(`${place}/${name}`, { data: BigInt64Array.from(values, BigInt), shape: [values.length] }),
    }),
  };
}

interface Int64Array {
  readonly data: BigInt64Array;
  readonly shape: readonly number[];
}
