import type { NdArray } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import { modelFileError } from '../../persistence/model-file-error.ts';
import { parseText } from '../../persistence/parse-text.ts';
import { openTensors, sealTensors } from '../../persistence/sealed-tensors.ts';
import { isSameJson, type NetworkOutline } from '../persistence/network-outline.ts';
import { requireArrays } from '../persistence/variable-arrays.ts';
import type { TrainingRecipe } from './training-options.ts';
import type { TrainingState } from './training-state.ts';

/** Which training a checkpoint belongs to. */
export interface TrainingIdentity {
  readonly network: NetworkOutline;
  readonly recipe: TrainingRecipe;
}

/** All that a training needs to go on. */
export interface TrainingCheckpoint {
  readonly identity: TrainingIdentity;
  readonly state: TrainingState;
  readonly arrays: ReadonlyMap<string, NdArray>;
}

const KIND = { format: 'fashion-mnist-training', version: 1 };
const MOST_BYTES = 2 ** 31;

export function encodeCheckpoint(checkpoint: TrainingCheckpoint): Promise<Uint8Array<ArrayBuffer>> {
  const { identity, state, arrays } = checkpoint;
  const texts = { identity: JSON.stringify(identity), state: JSON.stringify(state) };
  return sealTensors({ ...KIND, tensors: arrays, texts });
}

/**
 * What a checkpoint of this very training holds.
 *
 * @param shapes - Of the arrays that it must have.
 * @throws {ModelsError} `E_MODEL` - it is damaged, changed, too large or none; `E_CHECKPOINT` - it is of another training.
 */
export async function decodeCheckpoint(
  file: Uint8Array,
  identity: TrainingIdentity,
  shapes: ReadonlyMap<string, readonly number[]>,
): Promise<TrainingCheckpoint> {
  if (file.length > MOST_BYTES)
    throw modelFileError(`expected at most ${MOST_BYTES} bytes, got ${file.length}`);
  const { tensors, texts } = await openTensors(file, KIND);
  requireSameTraining(parseText('identity', texts['identity']), identity);
  requireArrays(tensors, shapes);
  return { identity, state: checkedState(parseText('state', texts['state']), identity), arrays: tensors };
}

function requireSameTraining(found: Record<string, unknown>, wanted: TrainingIdentity): void {
  for (const part of ['network', 'recipe'] as const) {
    const kept = (found[part] ?? {}) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(wanted[part]))
      if (!isSameJson(kept[name] ?? null, value))
        throw new ModelsError(
          'E_CHECKPOINT',
          `checkpoint of another training: expected ${part}.${name} ${shown(value)}, got ${shown(kept[name])}`,
        );
  }
}

/** The digest has been checked, so it is as it was written; places are checked all the same. */
function checkedState(state: Record<string, unknown>, { recipe }: TrainingIdentity): TrainingState {
  const { epoch, batch, sums, history } = state as Partial<TrainingState>;
  const isPlace =
    isCount(epoch, recipe.epochs) && isCount(batch, epoch === recipe.epochs ? 0 : recipe.batches.batchCount);
  if (!isPlace || sums === undefined || history?.length !== epoch)
    throw modelFileError('state: expected a place in the training');
  return { epoch, batch, sums, history };
}

function isCount(value: unknown, max: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
