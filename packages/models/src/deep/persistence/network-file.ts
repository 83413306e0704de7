import type { NdArray } from '@fashion-mnist/core';
import { modelFileError } from '../../persistence/model-file-error.ts';
import { parseText } from '../../persistence/parse-text.ts';
import { openTensors, sealTensors } from '../../persistence/sealed-tensors.ts';
import type { Layer } from '../layers/layer.ts';
import { parseLayer } from '../layers/parse-layer.ts';
import type { Shape } from '../layers/shape.ts';
import type { NetworkOutline } from './network-outline.ts';

/** What a network's file holds. */
export interface NetworkFile {
  readonly outline: NetworkOutline;
  readonly notes: Readonly<Record<string, string>>;
  readonly arrays: ReadonlyMap<string, NdArray>;
}

/** What the outline of a file says, checked. */
export interface ParsedOutline {
  readonly name: string;
  readonly inputShape: Shape;
  readonly architecture: Layer;
}

const KIND = { format: 'fashion-mnist-network', version: 1 };
const MOST_DIMENSIONS = 4;

export function encodeNetworkFile({ outline, notes, arrays }: NetworkFile): Promise<Uint8Array<ArrayBuffer>> {
  const texts = { network: JSON.stringify(outline), notes: JSON.stringify(notes) };
  return sealTensors({ ...KIND, tensors: arrays, texts });
}

/** @throws {ModelsError} `E_MODEL` - it is no network's file, of another version, or not as it was written. */
export async function decodeNetworkFile(file: Uint8Array, maxBytes: number): Promise<NetworkFile> {
  if (file.length > maxBytes) throw modelFileError(`expected at most ${maxBytes} bytes, got ${file.length}`);
  const { tensors, texts } = await openTensors(file, KIND);
  return {
    outline: parseText('network', texts['network']) as unknown as NetworkOutline,
    notes: checkedNotes(parseText('notes', texts['notes'])),
    arrays: tensors,
  };
}

/** @throws {ModelsError} `E_MODEL` - it is no outline of a network. */
export function parseOutline({ name, inputShape, architecture }: NetworkOutline): ParsedOutline {
  if (typeof name !== 'string') throw modelFileError('network.name: expected a text');
  if (!isShape(inputShape)) throw modelFileError('network.inputShape: expected up to 4 sizes >= 1');
  return { name, inputShape, architecture: parseLayer(architecture) };
}

function checkedNotes(notes: Record<string, unknown>): Record<string, string> {
  const isTexts = Object.values(notes).every((note) => typeof note === 'string');
  if (!isTexts) throw modelFileError('notes: expected texts');
  return notes as Record<string, string>;
}

function isShape(value: unknown): value is Shape {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_DIMENSIONS &&
    value.every((size) => Number.isSafeInteger(size) && (size as number) > 0)
  );
}
