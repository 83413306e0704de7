import { ModelsError } from '../errors.ts';
import { type ClassWeight, weightsOfClasses } from '../options/class-weight.ts';
import type { EncodedLabels } from '../samples/encode-labels.ts';

/**
 * What each sample counts: its own weight times that of its class.
 *
 * @throws {ModelsError} `E_OPTION` - a weight of a label that does not occur, or nothing counts.
 */
export function weightSamples(
  estimator: string,
  labels: EncodedLabels,
  sampleWeight: Float64Array | undefined,
  classWeight: ClassWeight | null,
): Float64Array {
  const ofClass = weightsOfClasses(estimator, classWeight, labels);
  const weights = Float64Array.from(
    labels.codes,
    (code, sample) => ofClass[code]! * (sampleWeight?.[sample] ?? 1),
  );
  if (!weights.some((weight) => weight > 0))
    throw new ModelsError(
      'E_OPTION',
      `${estimator}.classWeight: expected a sample that counts, got weight 0 for all`,
    );
  return weights;
}
