import { ModelsError } from '@fashion-mnist/models';
import { packageVersion } from '../package-version.ts';

/** What a model has learned from. */
export interface LearnedFrom {
  readonly dataset: string;
  readonly trainCount: number;
  readonly seed: number;
  /** Names of the labels `0..`. */
  readonly classNames: readonly string[];
  /** Shape of a picture. */
  readonly imageShape: readonly number[];
}

/** What is noted in the file of a classifier beside it. */
export interface ModelNotes extends LearnedFrom {
  /** Whether pictures are described by histograms of oriented gradients first. */
  readonly hog: boolean;
}

const NOTES = 'notes';

/** Notes as the file of a model keeps them. */
export function encodeNotes(notes: LearnedFrom): Record<string, string> {
  return { [NOTES]: JSON.stringify(notes), madeBy: `fashion-mnist ${packageVersion()}` };
}

/**
 * What `encodeNotes` was given; files keep a digest, so it is as it was written.
 *
 * @throws {ModelsError} `E_MODEL` - the file was not made by `train`.
 */
export function decodeNotes<Notes extends LearnedFrom>(
  path: string,
  notes: Readonly<Record<string, string>>,
): Notes {
  const found = parseNotes(notes[NOTES]);
  if (Array.isArray(found?.classNames) && Array.isArray(found.imageShape)) return found as Notes;
  throw new ModelsError('E_MODEL', `${path}: expected a model of the command train, got one without notes`);
}

function parseNotes(text = 'null'): Partial<LearnedFrom> | null {
  try {
    return JSON.parse(text) as Partial<LearnedFrom> | null;
  } catch {
    return null;
  }
}
