import { elementCount, type NdArray } from '@fashion-mnist/core';
import { arrayOfBytes, kindOfTypeName } from './array-types.ts';
import { bytesToText, textToBytes } from './base64.ts';
import { modelFileError } from './model-file-error.ts';
import type { JsonValue, ModelState } from './model-state.ts';
import { bytesOf } from './tensor-file.ts';

/** An array in a JSON document. */
export interface ArrayDocument {
  /** For example `Float64Array`. */
  readonly type: string;
  readonly shape: readonly number[];
  /** Its bytes, little-endian. */
  readonly base64: string;
}

/** A saved model as JSON can say it. */
export interface ModelDocument {
  readonly format: 'fashion-mnist-model';
  readonly version: number;
  readonly estimator: string;
  readonly options: Readonly<Record<string, JsonValue>>;
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly arrays: Readonly<Record<string, ArrayDocument>>;
  readonly parts: readonly ModelDocument[];
}

export const MODEL_FORMAT = 'fashion-mnist-model';
export const MODEL_VERSION = 1;

const DEEPEST = 8;

/** The document of a model. */
export function modelDocument(state: ModelState): ModelDocument {
  const { estimator, options, values, arrays, parts = [] } = state;
  return {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    estimator,
    options,
    values,
    arrays: Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, arrayDocument(array)])),
    parts: parts.map(modelDocument),
  };
}

/**
 * What a document says, as far as this can be checked without knowing the model.
 *
 * @throws {ModelsError} `E_MODEL` - it is no document of a model, or of another version.
 */
export function stateOfDocument(document: unknown, depth = 0): ModelState {
  const { format, version, estimator, options, values, arrays, parts } = asRecord('a document', document);
  if (format !== MODEL_FORMAT)
    throw modelFileError(`format: expected '${MODEL_FORMAT}', got ${show(format)}`);
  requireVersion(version);
  if (typeof estimator !== 'string')
    throw modelFileError(`estimator: expected a name, got ${show(estimator)}`);
  if (!Array.isArray(parts) || depth > DEEPEST) throw modelFileError('parts: expected a list of models');
  return {
    estimator,
    options: asRecord('options', options) as Record<string, JsonValue>,
    values: asRecord('values', values) as Record<string, JsonValue>,
    arrays: Object.fromEntries(
      Object.entries(asRecord('arrays', arrays)).map(([name, array]) => [name, arrayOf(name, array)]),
    ),
    parts: parts.map((part) => stateOfDocument(part, depth + 1)),
  };
}

/** @throws {ModelsError} `E_MODEL` - the version is another one. */
export function requireVersion(version: unknown, expected: number = MODEL_VERSION): void {
  if (version !== expected)
    throw modelFileError(`version: expected ${expected}, got ${show(version)}; update the package`);
}

/** @throws {ModelsError} `E_MODEL` - it is no object. */
export function asRecord(name: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw modelFileError(`${name}: expected an object, got ${show(value)}`);
}

function arrayDocument({ data, shape }: NdArray): ArrayDocument {
  return { type: data.constructor.name, shape, base64: bytesToText(bytesOf(data)) };
}

function arrayOf(name: string, document: unknown): NdArray {
  const { type, shape, base64 } = asRecord(name, document);
  const kind = kindOfTypeName(type);
  if (kind === undefined || typeof base64 !== 'string' || !Array.isArray(shape))
    throw modelFileError(`${name}: expected type, shape and base64 of an array`);
  const lengths = shape.map(Number);
  const bytes = textToBytes(base64);
  if (bytes?.length !== elementCount(lengths) * kind.elementBytes)
    throw modelFileError(
      `${name}: expected base64 of the bytes of ${kind.type.name} [${lengths.join(', ')}]`,
    );
  return { data: arrayOfBytes(kind, bytes), shape: lengths };
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
