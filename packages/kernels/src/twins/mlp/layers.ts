import type { Heap } from '../../compute/heap.ts';

/** A layer of a network as its table says it; places are indices of float32. */
export interface Layer {
  readonly inputCount: number;
  readonly outputCount: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly deltas: number;
  readonly parameters: number;
}

const LAYER_WORDS = 6;

export function layersAt(heap: Heap, network: number, layerCount: number): Layer[] {
  const { i32 } = heap;
  return Array.from({ length: layerCount }, (_, index) => {
    const start = network / 4 + index * LAYER_WORDS;
    const [inputCount, outputCount, inputs, outputs, deltas, parameters] = Array.from(
      i32.subarray(start, start + LAYER_WORDS),
      (word) => word >>> 0,
    ) as [number, number, number, number, number, number];
    return {
      inputCount,
      outputCount,
      inputs: inputs / 4,
      outputs: outputs / 4,
      deltas: deltas / 4,
      parameters: parameters / 4,
    };
  });
}

/** Columns that fill whole panels. */
export function filled(columnCount: number): number {
  return Math.ceil(columnCount / 8) * 8;
}

/** Where an element lies in panels. */
export function panelIndex(row: number, column: number, rowStride: number): number {
  return ((column >> 3) * rowStride + row) * 8 + (column & 7);
}

/** Rows of the panels of a layer's parameters; the last one has the biases. */
export function parameterRows({ inputCount }: Layer): number {
  return filled(inputCount) + 1;
}

/** The items of the kernels that work on parameters: for each its layer, and its rows in the layer's panels. */
export interface ParameterItem {
  readonly layer: Layer;
  readonly rows: readonly number[];
  readonly isBias: boolean;
  /** Whether the layer is the first one. */
  readonly isFirst: boolean;
}

export function parameterItems(layers: readonly Layer[]): ParameterItem[] {
  return layers.flatMap((layer, index) => {
    const isFirst = index === 0;
    const width = filled(layer.inputCount);
    const panels = Array.from({ length: width / 8 }, (_, panel) => ({
      layer,
      rows: Array.from({ length: 8 }, (__, i) => 8 * panel + i),
      isBias: false,
      isFirst,
    }));
    return [...panels, { layer, rows: [width], isBias: true, isFirst }];
  });
}
