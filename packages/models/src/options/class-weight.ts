import { type OptionRule, oneOf, orNull, real } from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';
import type { EncodedLabels } from '../samples/encode-labels.ts';

/** How much the samples of each label count, 1 where a label is left out. */
export type WeightsByLabel = Readonly<Record<string, number>>;

/** How much the samples of each class count: all classes together the same, or by label. */
export type ClassWeight = 'balanced' | WeightsByLabel;

/**
 * Weights of classes, or `null` for 1 each. On a command line: `balanced`, or `3:2,7:0.5`.
 *
 * @param words - Ways to weigh that have a name.
 * @param weight - What a weight may be.
 */
export function classWeightRule<const Word extends string = 'balanced'>(
  words: readonly Word[] = ['balanced'] as readonly string[] as readonly Word[],
  weight: OptionRule<number> = real(1, { above: 0 }),
): OptionRule<NoInfer<Word> | WeightsByLabel | null> {
  const named = oneOf<Word>(words[0]!, words);
  const accepts = (value: unknown) => named.accepts(value) || isByLabel(value, weight);
  return orNull({
    default: words[0]!,
    expected: `${named.expected} or ${weight.expected} by label`,
    accepts,
    parse(text) {
      const byLabel = Object.fromEntries(text.split(',').map((pair) => parsePair(pair, weight)));
      return named.parse(text) ?? (isByLabel(byLabel, weight) ? byLabel : undefined);
    },
  });
}

/**
 * One weight per class.
 *
 * @throws {ModelsError} `E_OPTION` - a weight belongs to no class while a class has none, as in scikit-learn.
 */
export function weightsOfClasses(
  estimator: string,
  classWeight: ClassWeight | null,
  { classes, codes }: EncodedLabels,
): Float64Array {
  if (classWeight === null) return new Float64Array(classes.length).fill(1);
  if (classWeight === 'balanced') {
    const counts = new Float64Array(classes.length);
    for (const code of codes) counts[code]!++;
    return counts.map((count) => codes.length / (classes.length * count));
  }
  const unknown = Object.keys(classWeight).find((label) => !classes.includes(Number(label)));
  if (unknown !== undefined && !Array.from(classes).every((label) => String(label) in classWeight))
    throw new ModelsError(
      'E_OPTION',
      `${estimator}.classWeight: expected weights of the labels ${classes.join(', ')}, got one of ${unknown}`,
    );
  return Float64Array.from(classes, (label) => classWeight[String(label)] ?? 1);
}

function isByLabel(value: unknown, weight: OptionRule<number>): value is WeightsByLabel {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([label, each]) => isLabel(label) && weight.accepts(each));
}

/** What is no pair becomes one that is not accepted. */
function parsePair(text: string, weight: OptionRule<number>): readonly [string, number] {
  const [label = '', value = '', ...more] = text.split(':').map((part) => part.trim());
  return [label, more.length > 0 ? Number.NaN : (weight.parse(value) ?? Number.NaN)];
}

function isLabel(text: string): boolean {
  return Number.isSafeInteger(Number(text)) && String(Number(text)) === text;
}
