import {
  batchNormalization,
  convolution,
  dense,
  flatten,
  globalAveragePooling,
  type Layer,
  maxPooling,
  sequence,
} from '@fashion-mnist/models/deep';

/** The networks of torch_training.py. */
export type TrainingNetworkName = 'tutorial' | 'small';

export const TRAINING_NETWORKS: Readonly<Record<TrainingNetworkName, Layer>> = {
  tutorial: sequence(
    convolution({ filters: 32, size: 5, activation: 'relu' }),
    maxPooling(),
    convolution({ filters: 64, size: 5, activation: 'relu' }),
    maxPooling(),
    flatten(),
    dense({ units: 1024, activation: 'relu' }),
    dense({ units: 10 }),
  ),
  small: sequence(
    normalized(32),
    normalized(32),
    maxPooling(),
    normalized(64),
    normalized(64),
    maxPooling(),
    normalized(48),
    globalAveragePooling(),
    dense({ units: 10 }),
  ),
};

function normalized(filters: number): Layer {
  return sequence(convolution({ filters, size: 3, bias: false }), batchNormalization({ activation: 'relu' }));
}
