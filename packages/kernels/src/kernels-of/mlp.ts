/**
 * Multilayer perceptrons in float32.
 *
 * Matrices are laid out as panels of eight columns, `[ceil(columns / 8), rows, 8]`, where columns that do not exist are
 * zeros. A network is a table of layers, `Int32Array`, shape `[layerCount, 6]`: count of inputs, count of outputs,
 * pointers to the panels of the inputs, of the outputs and of the derivatives of the loss with respect to the weighted
 * sums, and the offset of the layer's parameters in bytes. The inputs of a layer are the outputs of the one before it.
 * The last layer has its derivatives where its outputs are. All panels of rows have `rowStride` rows, a multiple of 4.
 *
 * The parameters of a layer are panels `[ceil(outputs / 8), 8 * ceil(inputs / 8) + 1, 8]`: a row of weights for each
 * input, rows of zeros for inputs that do not exist, a row of biases.
 *
 * Activations of the hidden layers: 0 identity, 1 logistic, 2 tanh, 3 relu. The last layer gives scores.
 */
export interface MlpKernels {
  /**
   * What the first layer adds when its inputs are scaled but not centred: each bias less the sum of `centre * weight`.
   * Items are panels of outputs.
   *
   * @param centre - `Float32Array`, shape `[inputs]`.
   * @param biases - `Float32Array`, shape `[8 * ceil(outputs / 8)]`.
   */
  mlpCentreBiases(
    network: number,
    parameters: number,
    centre: number,
    biases: number,
    begin: number,
    end: number,
  ): void;
  /**
   * The scores of a batch of rows of bytes, by way of all layers. Items are fours of rows. Inputs are left uncentred, so
   * that bytes of 0 are inputs of 0, which cost nothing. At most 60,000 inputs.
   *
   * @param samples - `Uint8Array`, shape `[any, featureCount]`.
   * @param inverseScale - `Float32Array`, shape `[featureCount]`: inputs are `byte * inverseScale`.
   * @param biases - From `mlpCentreBiases`, in place of those among the parameters.
   * @param order - `Int32Array`, shape `[rowCount]`: which samples the rows are.
   * @param rowCount - Rows beyond it, up to a multiple of 4, have inputs of 0.
   */
  mlpForwardBytes(
    network: number,
    layerCount: number,
    activation: number,
    parameters: number,
    samples: number,
    inverseScale: number,
    biases: number,
    order: number,
    rowCount: number,
    rowStride: number,
    begin: number,
    end: number,
  ): void;
  /** The same for samples in a `Float32Array`, unscaled. */
  mlpForwardFloats(
    network: number,
    layerCount: number,
    activation: number,
    parameters: number,
    samples: number,
    order: number,
    rowCount: number,
    rowStride: number,
    begin: number,
    end: number,
  ): void;
  /**
   * From the scores of a batch to its log-losses, and to the derivatives in all layers. Items are fours of rows; those
   * beyond `rowCount` get derivatives of 0.
   *
   * @param codes - `Int32Array`: the class of every sample. With one output it is 0 or 1, told apart by the logistic
   *   function; with more, by softmax.
   * @param order - `Int32Array`, shape `[rowCount]`: which samples the rows are.
   * @param losses - `Float32Array`, shape `[rowCount]`.
   */
  mlpBackward(
    network: number,
    layerCount: number,
    activation: number,
    parameters: number,
    codes: number,
    order: number,
    rowCount: number,
    rowStride: number,
    losses: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds the derivatives of the loss of a batch with respect to the parameters, as they are laid out, in float64. Items
   * are, layer by layer, the panels of inputs and then the biases: `ceil(inputs / 8) + 1` for each.
   *
   * @param centre - `Float32Array`, shape `[8 * ceil(inputs / 8)]`: the inputs of the first layer count as less by it, and
   *   those that are 0 cost nothing; for at most 8,192 outputs. 0 for inputs as they are.
   * @param gradient - `Float64Array`, as long as the parameters.
   */
  mlpGradient(
    network: number,
    layerCount: number,
    rowCount: number,
    rowStride: number,
    centre: number,
    gradient: number,
    begin: number,
    end: number,
  ): void;
  /**
   * A step of Adam along the mean gradient of a batch with a penalty on the weights. Items as of `mlpGradient`.
   *
   * @param first - `Float32Array` like the parameters: running means of the gradient.
   * @param second - The same of its square.
   * @param squares - `Float64Array`, one per item: the squares of the weights before the step are added to it.
   * @param alpha - `alpha * weight` is added to the gradient before it is divided by `rowCount`.
   * @param rate - The learning rate of this step, corrected for the bias of the running means.
   */
  mlpAdam(
    network: number,
    layerCount: number,
    rowCount: number,
    rowStride: number,
    centre: number,
    parameters: number,
    first: number,
    second: number,
    squares: number,
    alpha: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    begin: number,
    end: number,
  ): void;
  /** The same with momentum instead. @param isNesterov - 1 to look ahead along the velocity, else 0. */
  mlpSgd(
    network: number,
    layerCount: number,
    rowCount: number,
    rowStride: number,
    centre: number,
    parameters: number,
    velocities: number,
    squares: number,
    alpha: number,
    rate: number,
    momentum: number,
    isNesterov: number,
    begin: number,
    end: number,
  ): void;
}

export const MLP_KERNELS: readonly (keyof MlpKernels)[] = [
  'mlpCentreBiases',
  'mlpForwardBytes',
  'mlpForwardFloats',
  'mlpBackward',
  'mlpGradient',
  'mlpAdam',
  'mlpSgd',
];
