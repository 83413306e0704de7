import type { Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import { areaUnderRoc } from './area-under-roc.ts';
import { type WeightedMetricOptions, weightedMean, weightsOf } from './sample-weight-option.ts';
import {
  type LabelsOption,
  type ScoredSamples,
  type Scores,
  scoredSamples,
  scoresOfClass,
} from './scored-samples.ts';

/** What `rocAucScore` makes of several classes, and how much samples count. */
export interface RocAucScoreOptions extends WeightedMetricOptions, LabelsOption {
  /** Of several classes: each against the rest, or each against each other one. @default 'ovr' */
  readonly multiClass?: 'ovr' | 'ovo' | undefined;
  /** Whether all classes, or pairs of them, count alike, or as often as they occur. @default 'macro' */
  readonly average?: 'macro' | 'weighted' | undefined;
}

/** Sums of probabilities may differ so much from 1. */
const TOLERANCE = 1e-5;

/**
 * The probability that a sample of a class has a higher score for it than a sample of another class, `0..1`: the area
 * under the receiver operating characteristic curve.
 *
 * @param scores - Of two classes `[sampleCount]`, scores of the second one; else `[sampleCount, classCount]`,
 *   probabilities. Of two classes that shape will also do.
 * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE` - a score, or weights; `E_LABELS` - a class does not occur, or they are
 *   not those of the scores; `E_OPTION` - weights together with `multiClass: 'ovo'`.
 * @see sklearn.metrics.roc_auc_score; Hand & Till 2001, "A simple generalisation of the area under the ROC curve"
 */
export function rocAucScore(yTrue: Labels, scores: Scores, options: RocAucScoreOptions = {}): number {
  const { multiClass = 'ovr', average = 'macro' } = options;
  const samples = scoredSamples(yTrue, scores, options);
  const weights = weightsOf(options, yTrue.length);
  if (samples.isBinary) return areaUnderRoc(truthOf(samples.codes, 1), samples.scores, weights);
  if (samples.classes.length === 2)
    return areaUnderRoc(truthOf(samples.codes, 1), scoresOfClass(samples, 1), weights);
  requireProbabilities(samples);
  if (multiClass === 'ovr') return againstRest(samples, weights, average);
  if (options.sampleWeight !== undefined)
    throw new ModelsError(
      'E_OPTION',
      "sampleWeight: expected none with multiClass 'ovo', as in scikit-learn",
    );
  return againstEachOther(samples, average);
}

function againstRest(samples: ScoredSamples, weights: Float64Array, average: 'macro' | 'weighted'): number {
  const { classes, codes } = samples;
  const areas = Float64Array.from(classes, (_, code) =>
    areaUnderRoc(truthOf(codes, code), scoresOfClass(samples, code), weights),
  );
  const prevalence = new Float64Array(classes.length);
  codes.forEach((code, sample) => {
    prevalence[code]! += average === 'weighted' ? weights[sample]! : 1;
  });
  return weightedMean(areas, average === 'weighted' ? prevalence : prevalence.fill(1));
}

function againstEachOther(samples: ScoredSamples, average: 'macro' | 'weighted'): number {
  const { classes, codes } = samples;
  const columns = Array.from(classes, (_, code) => scoresOfClass(samples, code));
  const areas: number[] = [];
  const prevalence: number[] = [];
  for (let a = 0; a < classes.length; a++) {
    for (let b = a + 1; b < classes.length; b++) {
      const chosen = Array.from(codes.keys()).filter((i) => codes[i] === a || codes[i] === b);
      const area = (code: number) =>
        areaUnderRoc(
          truthOf(
            chosen.map((i) => codes[i]!),
            code,
          ),
          chosen.map((i) => columns[code]![i]!),
          new Float64Array(chosen.length).fill(1),
        );
      areas.push((area(a) + area(b)) / 2);
      prevalence.push(average === 'weighted' ? chosen.length : 1);
    }
  }
  return weightedMean(areas, Float64Array.from(prevalence));
}

function truthOf(codes: ArrayLike<number>, positive: number): Uint8Array {
  return Uint8Array.from(codes, (code) => Number(code === positive));
}

function requireProbabilities({ classes, scores }: ScoredSamples): void {
  for (let start = 0; start < scores.length; start += classes.length) {
    let sum = 0;
    for (let code = 0; code < classes.length; code++) sum += scores[start + code]!;
    if (Math.abs(sum - 1) > TOLERANCE)
      throw new ModelsError(
        'E_SHAPE',
        `expected probabilities that add to 1, got ${sum} for sample ${start / classes.length}`,
      );
  }
}
