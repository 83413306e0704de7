import { parseDescribed } from '../described/parse-described.ts';
import { type AdagradOptimizer, adagrad } from './adagrad.ts';
import { type AdamOptimizer, adam, adamW } from './adam.ts';
import { type SgdOptimizer, sgd } from './sgd.ts';

/** How gradients change parameters, as plain data. The learning rate is the schedule's. */
export type Optimizer = SgdOptimizer | AdamOptimizer | AdagradOptimizer;

const MAKERS = { sgd, adam, 'adam-w': adamW, adagrad };

/**
 * An optimizer from JSON, checked; options that are left out take their defaults.
 *
 * @throws {ModelsError} `E_OPTION` - it describes none.
 */
export function parseOptimizer(description: unknown): Optimizer {
  return parseDescribed('optimizer', MAKERS, description);
}
