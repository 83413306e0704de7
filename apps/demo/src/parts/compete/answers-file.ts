import { type HumanAnswer, type HumanProtocol, importAnswers } from '@fashion-mnist/benchmark/leaderboard';

/** Answers as JSON lines, as `importAnswers` of the benchmark takes them. */
export function formatAnswers(answers: readonly HumanAnswer[]): string {
  return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
}

/**
 * The answers of a file, checked against the protocol.
 *
 * @throws {BenchmarkError} `E_LEADERBOARD` - the message names what is wrong.
 */
export function parseAnswers(text: string, protocol: HumanProtocol): readonly HumanAnswer[] {
  return importAnswers(text, protocol, { isPartial: true });
}

/**
 * The answers of one person, to go on with.
 *
 * @throws {Error} they are none, or of several people; the message is fit to be shown.
 */
export function answersOfOne(text: string, protocol: HumanProtocol): readonly HumanAnswer[] {
  const answers = parseAnswers(text, protocol);
  const names = new Set(answers.map(({ annotator }) => annotator));
  if (names.size === 0) throw new Error('there is no answer in it');
  if (names.size > 1) throw new Error(`it has the answers of ${names.size} people; only one can go on`);
  return answers;
}
