import type { NdArray } from '@fashion-mnist/core';
import { asRecord, MODEL_FORMAT, MODEL_VERSION } from './model-document.ts';
import { modelFileError } from './model-file-error.ts';
import type { JsonValue, ModelState } from './model-state.ts';
import { parseText } from './parse-text.ts';
import { openTensors, sealTensors } from './sealed-tensors.ts';

/** A model's state and what its maker noted beside it. */
export interface ModelFile {
  readonly state: ModelState;
  /** For example the data that it has learned from. */
  readonly notes: Readonly<Record<string, string>>;
}

/** What of a model is no array, part by part. */
interface Outline {
  readonly estimator: string;
  readonly options: Readonly<Record<string, JsonValue>>;
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly arrays: readonly string[];
  readonly parts: readonly Outline[];
}

const OUTLINE = 'model';
const NOTES = 'notes';
const DEEPEST = 8;

/** A model's file: safetensors, with the outline of the model, notes and a digest of all as its metadata. */
export function encodeModelFile({ state, notes }: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const tensors = new Map<string, NdArray>();
  const outline = outlineOf(state, '', tensors);
  const texts = { [OUTLINE]: JSON.stringify(outline), [NOTES]: JSON.stringify(notes) };
  return sealTensors({ format: MODEL_FORMAT, version: MODEL_VERSION, tensors, texts });
}

/** @throws {ModelsError} `E_MODEL` - it is no model's file, of another version, or not as it was written. */
export async function decodeModelFile(file: Uint8Array): Promise<ModelFile> {
  const { tensors, texts } = await openTensors(file, { format: MODEL_FORMAT, version: MODEL_VERSION });
  const outline = parseText(OUTLINE, texts[OUTLINE]) as unknown as Outline;
  return {
    state: stateOf(outline, '', tensors, 0),
    notes: parseText(NOTES, texts[NOTES]) as Record<string, string>,
  };
}

function outlineOf(state: ModelState, prefix: string, tensors: Map<string, NdArray>): Outline {
  const { estimator, options, values, arrays, parts = [] } = state;
  for (const [name, array] of Object.entries(arrays)) tensors.set(prefix + name, array);
  return {
    estimator,
    options,
    values,
    arrays: Object.keys(arrays),
    parts: parts.map((part, i) => outlineOf(part, `${prefix}${i}/`, tensors)),
  };
}

/** The digest has been checked, so the outline is as it was written; depth and names are checked all the same. */
function stateOf(
  outline: Outline,
  prefix: string,
  tensors: ReadonlyMap<string, NdArray>,
  depth: number,
): ModelState {
  const { estimator, options, values, arrays, parts } = outline;
  if (!Array.isArray(arrays) || !Array.isArray(parts) || depth > DEEPEST)
    throw modelFileError('expected the outline of a model');
  const named = arrays.map((name: string) => {
    const array = tensors.get(prefix + name);
    if (array === undefined) throw modelFileError(`expected the array ${prefix}${name}, got none`);
    return [name, array] as const;
  });
  return {
    estimator,
    options: asRecord('options', options) as Record<string, JsonValue>,
    values: asRecord('values', values) as Record<string, JsonValue>,
    arrays: Object.fromEntries(named),
    parts: parts.map((part: Outline, i: number) => stateOf(part, `${prefix}${i}/`, tensors, depth + 1)),
  };
}
