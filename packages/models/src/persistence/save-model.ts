import type { FittedClassifier } from '../classifier.ts';
import { encodeModelFile } from './model-file.ts';

/** What `saveModel` writes beside the model. */
export interface SaveModelOptions {
  /** Short texts to keep beside the model, for example what it has learned from. @default none */
  readonly notes?: Readonly<Record<string, string>> | undefined;
}

/**
 * The bytes of a model's file: a safetensors file that any reader of this format can open, with a digest of all it holds.
 *
 * @returns Bytes to be written as they are; `loadModel` restores the same model, bit by bit.
 * @remarks Takes `crypto.subtle`, which pages have only over HTTPS and on localhost.
 */
export function saveModel(
  model: Pick<FittedClassifier, 'state'>,
  { notes = {} }: SaveModelOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return encodeModelFile({ state: model.state(), notes });
}
