import { BenchmarkError } from '../../errors.ts';
import type { HumanAnswer } from './human-answer.ts';
import type { HumanProtocol } from './human-protocol.ts';
import { parseAnswers } from './parse-answers.ts';

/** What `importAnswers` takes for complete and for a label. */
export interface ImportAnswersOptions {
  /** Labels are `0..classCount - 1`. @default 10 */
  readonly classCount?: number | undefined;
  /** Whether images may lack answers, while they are being collected. @default false */
  readonly isPartial?: boolean | undefined;
}

const MOST_PROBLEMS = 20;

/**
 * Collected answers, checked against the protocol.
 *
 * @param text - A table with the columns `index,annotator,label,seconds` in any order, or JSON lines with these members;
 *   `seconds` may be left out.
 * @throws {BenchmarkError} `E_LEADERBOARD` - a line is no answer, an image is not one of the protocol, a label is out of
 *   range, somebody answered an image twice, or an image has too many answers or, unless partial, too few. The message
 *   names all of them, up to twenty.
 */
export function importAnswers(
  text: string,
  protocol: HumanProtocol,
  { classCount = 10, isPartial = false }: ImportAnswersOptions = {},
): readonly HumanAnswer[] {
  const { indices, answersPerImage } = protocol;
  const shown = new Set(indices);
  const annotatorsOf = new Map<number, Set<string>>();
  const answers: HumanAnswer[] = [];
  const problems: string[] = [];
  for (const parsed of parseAnswers(text)) {
    const problem =
      'problem' in parsed ? parsed.problem : problemOf(parsed.answer, shown, classCount, annotatorsOf);
    if (problem !== undefined) problems.push(`line ${parsed.line}: ${problem}`);
    else if ('answer' in parsed) answers.push(parsed.answer);
  }
  for (const [index, { size }] of annotatorsOf)
    if (size > answersPerImage)
      problems.push(`image ${index}: expected ${answersPerImage} answers, got ${size}`);
  const unfinished = [...indices].filter((index) => (annotatorsOf.get(index)?.size ?? 0) < answersPerImage);
  if (!isPartial && unfinished.length > 0)
    problems.push(
      `expected ${answersPerImage} answers for each of ${indices.length} images; ${unfinished.length} have fewer: ${unfinished.slice(0, 5).join(', ')}${unfinished.length > 5 ? ', ...' : ''}`,
    );
  if (problems.length > 0) throw refusal(problems);
  return answers;
}

/** What is wrong with an answer among those before it, to which it is added. */
function problemOf(
  { index, annotator, label }: HumanAnswer,
  shown: ReadonlySet<number>,
  classCount: number,
  annotatorsOf: Map<number, Set<string>>,
): string | undefined {
  if (!shown.has(index)) return `image ${index} is not one of the protocol's`;
  if (label >= classCount) return `label: expected 0..${classCount - 1}, got ${label}`;
  const annotators = annotatorsOf.get(index) ?? new Set();
  if (annotators.has(annotator)) return `${annotator} has answered image ${index} before`;
  annotatorsOf.set(index, annotators.add(annotator));
  return undefined;
}

function refusal(problems: readonly string[]): BenchmarkError {
  const more = problems.length - MOST_PROBLEMS;
  const lines = [...problems.slice(0, MOST_PROBLEMS), ...(more > 0 ? [`${more} more`] : [])];
  return new BenchmarkError('E_LEADERBOARD', `the answers cannot be taken:\n- ${lines.join('\n- ')}`);
}
