import { activation } from './activation.ts';
import { convolution } from './convolution.ts';
import { dense } from './dense.ts';
import { flatten } from './flatten.ts';
import { identity } from './identity.ts';
import type { Layer } from './layer.ts';
import { averagePooling, maxPooling } from './pooling.ts';
import { sequence } from './sequence.ts';

/** Makes a layer from its options, or from the layers that it is made of. */
export type LayerKind =
  | { readonly takes: 'options'; make(options: never): Layer }
  | { readonly takes: 'layers'; make(...layers: readonly Layer[]): Layer }
  | { readonly takes: 'nothing'; make(): Layer };

/** All kinds of layers by their names in documents. */
export const LAYER_KINDS: Readonly<Record<string, LayerKind>> = {
  activation: { takes: 'options', make: activation },
  'average-pooling': { takes: 'options', make: averagePooling },
  convolution: { takes: 'options', make: convolution },
  dense: { takes: 'options', make: dense },
  flatten: { takes: 'nothing', make: flatten },
  identity: { takes: 'nothing', make: identity },
  'max-pooling': { takes: 'options', make: maxPooling },
  sequence: { takes: 'layers', make: sequence },
};
