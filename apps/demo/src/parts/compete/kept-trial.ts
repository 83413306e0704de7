import type { HumanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import { keep, readKept } from '../../state/kept.ts';
import { formatAnswers, parseAnswers } from './answers-file.ts';
import type { Trial } from './trial.ts';

/** Answers for other images are kept apart. */
function keyOf({ seed, testCount }: HumanProtocol): string {
  return `answers-${seed}-${testCount}`;
}

/** Whether the browser could keep it. */
export function keepTrial({ answers, ...rest }: Trial, protocol: HumanProtocol): boolean {
  return keep(keyOf(protocol), JSON.stringify({ ...rest, answers: formatAnswers(answers) }));
}

/** The trial that the browser has kept; undefined where there is none, or none that can be used. */
export function readKeptTrial(protocol: HumanProtocol): Trial | undefined {
  try {
    return parseTrial(readKept(keyOf(protocol)) ?? '', protocol);
  } catch {
    return undefined;
  }
}

function parseTrial(text: string, protocol: HumanProtocol): Trial | undefined {
  const value = JSON.parse(text) as Partial<Record<string, unknown>>;
  const { annotator, revealed, isToldAtOnce } = value;
  if (typeof annotator !== 'string' || typeof value['answers'] !== 'string') return undefined;
  const answers = parseAnswers(value['answers'], protocol);
  if (!Number.isSafeInteger(revealed) || answers.some((answer) => answer.annotator !== annotator))
    return undefined;
  return {
    annotator,
    answers,
    revealed: Math.min(Math.max(revealed as number, 0), answers.length),
    isToldAtOnce: isToldAtOnce === true,
  };
}
