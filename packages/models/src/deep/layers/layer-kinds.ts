import { activation } from './activation.ts';
import { batchNormalization } from './batch-normalization.ts';
import { capsuleLengths } from './capsule-lengths.ts';
import { capsules } from './capsules.ts';
import { concatenate } from './concatenate.ts';
import { convolution } from './convolution.ts';
import { dense } from './dense.ts';
import { depthwiseConvolution } from './depthwise-convolution.ts';
import { dropout } from './dropout.ts';
import { dualPath } from './dual-path.ts';
import { flatten } from './flatten.ts';
import { globalAveragePooling } from './global-average-pooling.ts';
import { gru } from './gru.ts';
import { identity } from './identity.ts';
import { l2Normalization } from './l2-normalization.ts';
import type { Layer } from './layer.ts';
import { localResponseNormalization } from './local-response-normalization.ts';
import { averagePooling, maxPooling } from './pooling.ts';
import { primaryCapsules } from './primary-capsules.ts';
import { reshape } from './reshape.ts';
import { sequence } from './sequence.ts';
import { sum } from './sum.ts';
import { zeroPadding } from './zero-padding.ts';

/** How layers of a kind are made of what a document says. */
export interface LayerKind {
  readonly takesOptions: boolean;
  /** How many layers it is made of. */
  readonly takesLayers: 'none' | 'one' | 'any';
  /** Options are those that a document says: the function that is called checks them. */
  make(options: never, layers: readonly Layer[]): Layer;
}

/** All kinds of layers by their names in documents. */
export const LAYER_KINDS: Readonly<Record<string, LayerKind>> = {
  activation: withOptions(activation),
  'average-pooling': withOptions(averagePooling),
  'batch-normalization': withOptions(batchNormalization),
  'capsule-lengths': plain(capsuleLengths),
  capsules: withOptions(capsules),
  concatenate: ofLayers(concatenate),
  convolution: withOptions(convolution),
  dense: withOptions(dense),
  'depthwise-convolution': withOptions(depthwiseConvolution),
  dropout: withOptions(dropout),
  'dual-path': {
    takesOptions: true,
    takesLayers: 'one',
    make: (options, [branch]) => dualPath(options, branch!),
  },
  flatten: plain(flatten),
  'global-average-pooling': plain(globalAveragePooling),
  gru: withOptions(gru),
  identity: plain(identity),
  'l2-normalization': plain(l2Normalization),
  'local-response-normalization': withOptions(localResponseNormalization),
  'max-pooling': withOptions(maxPooling),
  'primary-capsules': withOptions(primaryCapsules),
  reshape: withOptions(reshape),
  sequence: ofLayers(sequence),
  sum: ofLayers(sum),
  'zero-padding': withOptions(zeroPadding),
};

function withOptions(make: (options: never) => Layer): LayerKind {
  return { takesOptions: true, takesLayers: 'none', make };
}

function ofLayers(make: (...layers: readonly Layer[]) => Layer): LayerKind {
  return { takesOptions: false, takesLayers: 'any', make: (_options, layers) => make(...layers) };
}

function plain(make: () => Layer): LayerKind {
  return { takesOptions: false, takesLayers: 'none', make };
}
