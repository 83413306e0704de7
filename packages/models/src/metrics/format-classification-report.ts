import type { ClassificationReport, ClassScores } from './classification-report.ts';

/** How `formatClassificationReport` writes numbers and classes. */
export interface FormatClassificationReportOptions {
  /** Digits behind the point. @default 2 */
  readonly digits?: number | undefined;
  /** What to call the classes, in their order. @default the labels */
  readonly targetNames?: readonly string[] | undefined;
}

const HEADERS = ['precision', 'recall', 'f1-score', 'support'];
const COLUMN = 9;
const LONGEST_HEADING = 'weighted avg';

/**
 * A classification report as a table in plain text, laid out as scikit-learn's.
 *
 * @throws {RangeError} when there is not a name for each class.
 * @see sklearn.metrics.classification_report
 */
export function formatClassificationReport(
  { classes, perClass, accuracy, macroAverage, weightedAverage }: ClassificationReport,
  { digits = 2, targetNames = Array.from(classes, String) }: FormatClassificationReportOptions = {},
): string {
  if (targetNames.length !== classes.length)
    throw new RangeError(`targetNames: expected ${classes.length} names, got ${targetNames.length}`);
  const width = Math.max(digits, LONGEST_HEADING.length, ...targetNames.map(({ length }) => length));
  const line = (heading: string, cells: readonly string[]) =>
    `${heading.padStart(width)} ${cells.map((cell) => ` ${cell.padStart(COLUMN)}`).join('')}`;
  const scores = (heading: string, { precision, recall, f1, support }: ClassScores) =>
    line(heading, [...[precision, recall, f1].map((score) => toFixedEven(score, digits)), String(support)]);
  return [
    line('', HEADERS),
    '',
    ...perClass.map((each, code) => scores(targetNames[code]!, each)),
    '',
    line('accuracy', ['', '', toFixedEven(accuracy, digits), String(macroAverage.support)]),
    scores('macro avg', macroAverage),
    scores('weighted avg', weightedAverage),
    '',
  ].join('\n');
}

/** As Python rounds: what lies exactly between two numbers goes to the even one, where `toFixed` rounds up. */
function toFixedEven(value: number, digits: number): string {
  const isTie = Math.abs((value * 2 ** (digits + 1)) % 2) === 1;
  if (!isTie) return value.toFixed(digits);
  const below = Math.floor(value * 10 ** digits);
  return ((below % 2 === 0 ? below : below + 1) / 10 ** digits).toFixed(digits);
}
