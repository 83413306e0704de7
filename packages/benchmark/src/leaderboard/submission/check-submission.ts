import type { DatasetDefinition } from '@fashion-mnist/dataset-fetch';
import { BenchmarkError } from '../../errors.ts';
import { packageVersion } from '../../package-version.ts';
import { figureOf, type TestLabels } from '../figure.ts';
import type { Figure, SubmissionResult } from '../leaderboard-result.ts';
import { type KeptResult, keptResults } from '../results.ts';
import { slugOf } from '../slug.ts';
import type { Submission } from './submission.ts';
import { findLeaks, findUnusual, findWrongOrders, type OtherOrder } from './suspicions.ts';

/** What a submission is judged by. */
export interface SubmissionJudge {
  readonly definition: DatasetDefinition;
  readonly test: TestLabels;
  /** Labels in orders that are easily taken for that of the test images. @default none */
  readonly otherOrders?: readonly OtherOrder[] | undefined;
  /** What has been handed in or run before. @default what is kept in this package */
  readonly earlier?: readonly KeptResult[] | undefined;
  /** The day of the submission. @default now */
  readonly date?: Date | undefined;
}

const TEXTS = ['classifier', 'submitter'] as const;

/** Longer texts do not fit a table. */
const LONGEST_TEXT = 200;

/**
 * The row that a submission makes, once it has passed all checks: one label in range per test image, complete facts, the
 * statement that the test set was used once, and nothing that shows that the labels are those of the test images, of
 * other images, in another order or handed in before.
 *
 * @throws {BenchmarkError} `E_LEADERBOARD` - it has not; the message says all that is wrong.
 * @remarks That the test set was used once cannot be proven; it is stated, and what would disprove it is looked for.
 */
export async function checkSubmission(
  submission: Partial<Submission>,
  { definition, test, otherOrders = [], earlier = keptResults, date = new Date() }: SubmissionJudge,
): Promise<SubmissionResult> {
  const facts = factProblems(submission, definition);
  const ofLabels = labelProblems(submission.labels ?? [], test);
  if (ofLabels.length > 0) throw refusal([...facts, ...ofLabels]);

  const predictions = Uint8Array.from(submission.labels ?? []);
  const judged = { predictions, truth: test.labels, dataset: definition.name };
  const figure = await figureOf(predictions, test, definition);
  const suspicions = [
    ...findLeaks(judged),
    ...findWrongOrders(judged, otherOrders),
    ...repeats(figure, earlier),
  ];
  if (facts.length + suspicions.length > 0) throw refusal([...facts, ...suspicions]);

  const { classifier = '', preprocessing = 'None', submitter = '', links = [] } = submission;
  return {
    kind: 'submission',
    row: rowIdOf(classifier, submitter),
    classifier,
    preprocessing,
    submitter,
    links,
    figures: [figure],
    test_set_used_once: true,
    warnings: findUnusual(judged, test.classNames),
    package_version: packageVersion,
    date: date.toISOString().slice(0, 10),
  };
}

function factProblems(submission: Partial<Submission>, { name }: DatasetDefinition): readonly string[] {
  const { links = [], dataset = name, testSetUsedOnce = false, preprocessing = 'None' } = submission;
  const texts = TEXTS.map((fact) => [fact, submission[fact] ?? ''] as const);
  return [
    ...[...texts, ['preprocessing', preprocessing] as const].flatMap(([fact, value]) =>
      textProblems(fact, value),
    ),
    ...(links.length === 0 ? ['code: expected a web address of the code'] : []),
    ...links.filter((link) => !isWebAddress(link)).map((link) => `code: expected https://..., got ${link}`),
    ...(dataset === name ? [] : [`dataset: expected ${name}, by which it is judged, got ${dataset}`]),
    ...(testSetUsedOnce
      ? []
      : ['expected the statement that the test set was used once: nothing was chosen by looking at it']),
  ];
}

function textProblems(fact: string, value: string): readonly string[] {
  if (value.trim() === '') return [`${fact}: expected a text, got none`];
  // Control characters would break the tables.
  const isShown = !/\p{Cc}/u.test(value) && value.length <= LONGEST_TEXT;
  return isShown ? [] : [`${fact}: expected one line of at most ${LONGEST_TEXT} characters`];
}

function isWebAddress(link: string): boolean {
  return URL.canParse(link) && /^https?:\/\/[^\s/]+\.[^\s/]+/.test(link) && !/[\s()<>]/.test(link);
}

function labelProblems(labels: readonly number[], test: TestLabels): readonly string[] {
  const { length } = test.labels;
  const most = test.classNames.length - 1;
  if (labels.length !== length)
    return [`labels: expected ${length}, one per test image, got ${labels.length}`];
  const wrong = labels.findIndex((label) => !Number.isInteger(label) || label < 0 || label > most);
  if (wrong < 0) return [];
  const beginsAtOne = labels.every((label) => label >= 1 && label <= most + 1);
  const hint = beginsAtOne ? '; labels begin at 0: subtract 1' : '';
  return [`labels: expected 0..${most}, got ${labels[wrong]} at ${wrong}${hint}`];
}

function repeats({ predictions_sha256 }: Figure, earlier: readonly KeptResult[]): readonly string[] {
  return earlier
    .filter(({ result }) => result.figures.some((figure) => figure.predictions_sha256 === predictions_sha256))
    .map(({ file }) => `these very labels have been handed in before: ${file}`);
}

function rowIdOf(classifier: string, submitter: string): string {
  return [slugOf(classifier), slugOf(submitter)].filter((part) => part !== '').join('-') || 'row';
}

function refusal(problems: readonly string[]): BenchmarkError {
  return new BenchmarkError('E_LEADERBOARD', `the submission cannot be taken:\n- ${problems.join('\n- ')}`);
}
