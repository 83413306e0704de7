import { writeNothing, writeSequence } from '../composites.ts';
import type { ExportFormat } from '../write-network.ts';
import type { LayersGraphAt } from './layers-graph.ts';
import { writeActivation } from './writers/activations.ts';
import { writeBatchNormalization } from './writers/batch-normalization.ts';
import { writeConvolution, writeDepthwiseConvolution } from './writers/convolutions.ts';
import { writeDense } from './writers/dense.ts';
import { writeDropout } from './writers/dropout.ts';
import { writeGru } from './writers/gru.ts';
import { writeConcatenate, writeDualPath, writeSum } from './writers/joins.ts';
import { writeAveragePooling, writeGlobalAveragePooling, writeMaxPooling } from './writers/pooling.ts';
import { writeFlatten, writeReshape, writeZeroPadding } from './writers/shapes.ts';

/** How layers are written as layers of Keras that tfjs has; it has none for capsules, l2 and local response normalisation. */
export const LAYERS_FORMAT: ExportFormat<LayersGraphAt> = {
  title: 'a LayersModel',
  writers: {
    activation: writeActivation,
    'average-pooling': writeAveragePooling,
    'batch-normalization': writeBatchNormalization,
    concatenate: writeConcatenate,
    convolution: writeConvolution,
    dense: writeDense,
    'depthwise-convolution': writeDepthwiseConvolution,
    dropout: writeDropout,
    'dual-path': writeDualPath,
    flatten: writeFlatten,
    'global-average-pooling': writeGlobalAveragePooling,
    gru: writeGru,
    identity: writeNothing,
    'max-pooling': writeMaxPooling,
    reshape: writeReshape,
    sequence: writeSequence,
    sum: writeSum,
    'zero-padding': writeZeroPadding,
  },
};
