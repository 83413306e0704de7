/** A table of layers, six words each: see `MlpKernels`. */
const LAYER_BYTES: usize = 24;

export function layerAt(network: usize, index: i32): usize {
  return network + (<usize>index) * LAYER_BYTES;
}

export function inputCountOf(layer: usize): i32 {
  return load<i32>(layer);
}

export function outputCountOf(layer: usize): i32 {
  return load<i32>(layer, 4);
}

export function inputsOf(layer: usize): usize {
  return <usize>load<u32>(layer, 8);
}

export function outputsOf(layer: usize): usize {
  return <usize>load<u32>(layer, 12);
}

export function deltasOf(layer: usize): usize {
  return <usize>load<u32>(layer, 16);
}

/** Where the parameters of the layer begin among all of them, in bytes. */
export function parametersOf(layer: usize): usize {
  return <usize>load<u32>(layer, 20);
}

/** Panels of eight columns. */
export function panelCount(columnCount: i32): i32 {
  return (columnCount + 7) >> 3;
}

/** A panel of parameters: eight weights for each input, for as many inputs as fill panels, and eight biases. */
export function parameterPanelBytes(inputCount: i32): usize {
  return ((<usize>panelCount(inputCount)) << 8) + 32;
}
