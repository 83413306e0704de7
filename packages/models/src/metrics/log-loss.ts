import type { Labels } from '../classifier.ts';
import { type WeightedMetricOptions, weightedMean, weightsOf } from './sample-weight-option.ts';
import { type LabelsOption, type Scores, scoredSamples } from './scored-samples.ts';

/** What `logLoss` gives, and how much samples count. */
export interface LogLossOptions extends WeightedMetricOptions, LabelsOption {
  /** Whether to give the mean over samples, or the sum. @default true */
  readonly normalize?: boolean | undefined;
}

/**
 * The mean of the negative logarithms of the probabilities given to the true classes, at least 0; the lower the better.
 * Probabilities are kept `2^-52` (float32: `2^-23`) from 0 and 1, and then made to add to 1.
 *
 * @param probabilities - Shape `[sampleCount, classCount]`, or `[sampleCount]` of the second of two classes.
 * @throws {ModelsError} `E_SHAPE`; `E_LABELS`; `E_NOT_FINITE` - a probability, or weights.
 * @see sklearn.metrics.log_loss
 */
export function logLoss(yTrue: Labels, probabilities: Scores, options: LogLossOptions = {}): number {
  const { classes, codes, isBinary, scores } = scoredSamples(yTrue, probabilities, options);
  const epsilon = scores instanceof Float32Array ? 2 ** -23 : 2 ** -52;
  const clipped = (value: number) => Math.min(1 - epsilon, Math.max(epsilon, value));
  const losses = Float64Array.from(codes, (code, sample) => {
    if (isBinary) {
      const second = clipped(scores[sample]!);
      return -Math.log(code === 1 ? second : 1 - second);
    }
    const first = sample * classes.length;
    let total = 0;
    for (let at = first; at < first + classes.length; at++) total += clipped(scores[at]!);
    return -Math.log(clipped(scores[first + code]!) / total);
  });
  const weights = weightsOf(options, codes.length);
  if (options.normalize ?? true) return weightedMean(losses, weights);
  return losses.reduce((sum, loss, sample) => sum + loss * weights[sample]!, 0);
}
