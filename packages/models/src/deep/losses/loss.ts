import { parseDescribed } from '../described/parse-described.ts';
import { type CrossEntropyLoss, crossEntropy } from './cross-entropy.ts';
import { type HingeLoss, hinge, type SquaredHingeLoss, squaredHinge } from './hinge.ts';
import { type MarginLoss, margin } from './margin.ts';
import { type TripletLoss, triplet } from './triplet.ts';

/** What a network is trained to make small, as plain data. */
export type Loss = CrossEntropyLoss | HingeLoss | SquaredHingeLoss | MarginLoss | TripletLoss;

const MAKERS = { 'cross-entropy': crossEntropy, hinge, 'squared-hinge': squaredHinge, margin, triplet };

/**
 * A loss from JSON, checked; options that are left out take their defaults.
 *
 * @throws {ModelsError} `E_OPTION` - it describes none.
 */
export function parseLoss(description: unknown): Loss {
  return parseDescribed('loss', MAKERS, description);
}
