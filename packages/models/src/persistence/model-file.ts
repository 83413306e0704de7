import type { NdArray } from '@fashion-mnist/core';
import { asRecord, MODEL_FORMAT, MODEL_VERSION, requireVersion } from './model-document.ts';
import { modelFileError } from './model-file-error.ts';
import type { JsonValue, ModelState } from './model-state.ts';
import { bytesOf, decodeTensors, encodeTensors } from './tensor-file.ts';

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

const DIGEST = 'sha256';
const OUTLINE = 'model';
const NOTES = 'notes';
const DEEPEST = 8;

/** A model's file: safetensors, with the outline of the model, notes and a digest of all as its metadata. */
export async function encodeModelFile({ state, notes }: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const tensors = new Map<string, NdArray>();
  const outline = outlineOf(state, '', tensors);
  const metadata = {
    format: MODEL_FORMAT,
    version: String(MODEL_VERSION),
    [OUTLINE]: JSON.stringify(outline),
    [NOTES]: JSON.stringify(notes),
  };
  const digest = await digestOf(tensors, metadata);
  return encodeTensors({ tensors, metadata: { ...metadata, [DIGEST]: digest } });
}

/** @throws {ModelsError} `E_MODEL` - it is no model's file, of another version, or not as it was written. */
export async function decodeModelFile(file: Uint8Array): Promise<ModelFile> {
  const { tensors, metadata } = decodeTensors(file);
  const { [DIGEST]: digest, ...described } = metadata;
  if (described['format'] !== MODEL_FORMAT)
    throw modelFileError('expected a model of @fashion-mnist/models, got another safetensors file');
  requireVersion(Number(described['version']));
  const actual = await digestOf(tensors, described);
  if (digest !== actual)
    throw modelFileError(`expected SHA-256 ${digest}, got ${actual} (damaged or changed)`);
  const outline = parseText(OUTLINE, described[OUTLINE]) as unknown as Outline;
  return {
    state: stateOf(outline, '', tensors, 0),
    notes: parseText(NOTES, described[NOTES]) as Record<string, string>,
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

function parseText(name: string, text: string | undefined): Record<string, unknown> {
  try {
    return asRecord(name, JSON.parse(text ?? ''));
  } catch (cause) {
    throw modelFileError(`${name}: expected JSON`, { cause });
  }
}

/** SHA-256 over the SHA-256 of each array in the order of the names, and of all texts. */
async function digestOf(
  tensors: ReadonlyMap<string, NdArray>,
  metadata: Readonly<Record<string, string>>,
): Promise<string> {
  const names = [...tensors.keys()].toSorted();
  const digests = await Promise.all(names.map((name) => sha256(bytesOf(tensors.get(name)!.data))));
  const shapes = names.map((name, i) => [name, tensors.get(name)!.shape, digests[i]]);
  const texts = Object.entries(metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(new TextEncoder().encode(JSON.stringify([shapes, texts])));
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
