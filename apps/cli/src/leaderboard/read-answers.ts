import { readFile } from 'node:fs/promises';
import {
  BenchmarkError,
  type HumanAnswer,
  type HumanProtocol,
  importAnswers,
} from '@fashion-mnist/benchmark';
import { AnswersError } from './answers-error.ts';

/**
 * The answers of several files, such as one of each person, checked alone and together.
 *
 * @param options.isPartial - Whether images may lack answers.
 * @throws {AnswersError} the message names the file.
 */
export async function readAnswers(
  paths: readonly string[],
  protocol: HumanProtocol,
  options: { readonly classCount: number; readonly isPartial: boolean; readonly signal: AbortSignal },
): Promise<readonly HumanAnswer[]> {
  const answers: HumanAnswer[] = [];
  for (const path of paths) {
    const text = await readFile(path, { encoding: 'utf8', signal: options.signal });
    answers.push(...naming(path, () => importAnswers(text, protocol, { ...options, isPartial: true })));
  }
  const lines = answers.map((answer) => JSON.stringify(answer)).join('\n');
  return naming(paths.join(' + '), () => importAnswers(lines, protocol, options));
}

function naming<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof BenchmarkError)) throw error;
    throw new AnswersError(`${path}: ${error.message}`, { cause: error });
  }
}
