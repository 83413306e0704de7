import { writeNothing, writeSequence } from '../composites.ts';
import type { ExportFormat } from '../write-network.ts';
import type { OnnxGraphAt } from './onnx-graph.ts';
import { writeActivation } from './writers/activations.ts';
import { writeCapsuleLengths, writeCapsules, writePrimaryCapsules } from './writers/capsules.ts';
import { writeGru } from './writers/gru.ts';
import { writeConcatenate, writeDualPath, writeSum } from './writers/joins.ts';
import {
  writeBatchNormalization,
  writeL2Normalization,
  writeLocalResponseNormalization,
} from './writers/normalizations.ts';
import { writeAveragePooling, writeGlobalAveragePooling, writeMaxPooling } from './writers/pooling.ts';
import { writeReshape, writeZeroPadding } from './writers/shapes.ts';
import { writeConvolution, writeDense, writeDepthwiseConvolution } from './writers/weighted-sums.ts';

/** How layers are written as operators of ONNX, version 13. */
export const ONNX_FORMAT: ExportFormat<OnnxGraphAt> = {
  title: 'ONNX',
  writers: {
    activation: writeActivation,
    'average-pooling': writeAveragePooling,
    'batch-normalization': writeBatchNormalization,
    'capsule-lengths': writeCapsuleLengths,
    capsules: writeCapsules,
    concatenate: writeConcatenate,
    convolution: writeConvolution,
    dense: writeDense,
    'depthwise-convolution': writeDepthwiseConvolution,
    dropout: writeNothing,
    'dual-path': writeDualPath,
    flatten: writeReshape,
    'global-average-pooling': writeGlobalAveragePooling,
    gru: writeGru,
    identity: writeNothing,
    'l2-normalization': writeL2Normalization,
    'local-response-normalization': writeLocalResponseNormalization,
    'max-pooling': writeMaxPooling,
    'primary-capsules': writePrimaryCapsules,
    reshape: writeReshape,
    sequence: writeSequence,
    sum: writeSum,
    'zero-padding': writeZeroPadding,
  },
};
