import { ModelsError } from '@fashion-mnist/models';
import { packageVersion } from '../package-version.ts';

/** What is noted in the file of a model beside the model. */
export interface ModelNotes {
  /** What it has learned from. */
  readonly dataset: string;
  readonly trainCount: number;
  readonly seed: number;
  /** Names of the labels `0..`. */
  readonly classNames: readonly string[];
  /** Shape of a picture. */
  readonly imageShape: readonly number[];
  /** Whether pictures are described by histograms of oriented gradients first. */
  readonly hog: boolean;
}

const NOTES = 'notes';

/** Notes as the file of a model keeps them. */
export function encodeNotes(notes: ModelNotes): Record<string, string> {
  return { [NOTES]: JSON.stringify(notes), madeBy: `fashion-mnist ${packageVersion()}` };
}

/** @throws {ModelsError} `E_MODEL` - the file was not made by `train`. */
export function decodeNotes(path: string, notes: Readonly<Record<string, string>>): ModelNotes {
  const text = notes[NOTES];
  if (text === undefined)
    throw new ModelsError('E_MODEL', `${path}: expected a model of the command train, got one without notes`);
  return JSON.parse(text) as ModelNotes;
}
