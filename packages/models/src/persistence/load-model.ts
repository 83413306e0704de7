import type { ComputeRun } from '@fashion-mnist/kernels';
import type { FittedClassifier } from '../classifier.ts';
import { restoreModel } from '../restore-model.ts';
import { type ModelDocument, stateOfDocument } from './model-document.ts';
import { decodeModelFile } from './model-file.ts';
import { modelFileError } from './model-file-error.ts';
import type { JsonValue } from './model-state.ts';

/** How large a file `loadModel` accepts, and what the model computes with. */
export interface LoadModelOptions extends ComputeRun {
  /** A file with more bytes is refused before it is read. @default 2^31 */
  readonly maxBytes?: number | undefined;
}

/** What a model's file says about it. */
export interface ModelDescription {
  /** scikit-learn's class name. */
  readonly estimator: string;
  /** Names of what it is made of: the steps of a pipeline, in order; of other models none. */
  readonly parts: readonly string[];
  readonly options: Readonly<Record<string, JsonValue>>;
  /** The texts that were saved with it. */
  readonly notes: Readonly<Record<string, string>>;
}

const MOST_BYTES = 2 ** 31;

/**
 * A fitted model from what `saveModel` or `toJSON` gave.
 *
 * @param saved - The bytes of a file (borrowed), or a JSON document.
 * @param options.pool - For models that keep a pool, such as `KNeighborsClassifier`.
 * @throws {ModelsError} `E_MODEL` - damaged, changed, too large, of another version, or no model; `E_OPTION` - its
 *   options are not valid.
 * @remarks A file is refused when a single bit of it has changed. A JSON document has no digest: it is checked for all
 *   that could make a model fail, not for being what was saved. Neither is a proof of who made it.
 */
export async function loadModel(
  saved: Uint8Array | ModelDocument,
  options: LoadModelOptions = {},
): Promise<FittedClassifier> {
  const { maxBytes = MOST_BYTES, ...run } = options;
  run.signal?.throwIfAborted();
  if (!(saved instanceof Uint8Array)) return restoreModel(stateOfDocument(saved), run);
  requireSize(saved, maxBytes);
  return restoreModel((await decodeModelFile(saved)).state, run);
}

/**
 * What a model's file says, without restoring the model.
 *
 * @throws {ModelsError} `E_MODEL` - as `loadModel`.
 */
export async function describeModel(saved: Uint8Array): Promise<ModelDescription> {
  requireSize(saved, MOST_BYTES);
  const { state, notes } = await decodeModelFile(saved);
  const { estimator, options, parts = [] } = state;
  return { estimator, parts: parts.map((part) => part.estimator), options, notes };
}

function requireSize({ length }: Uint8Array, maxBytes: number): void {
  if (length > maxBytes) throw modelFileError(`expected at most ${maxBytes} bytes, got ${length}`);
}
