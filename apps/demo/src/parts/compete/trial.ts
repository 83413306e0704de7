import type { HumanAnswer, HumanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import { createRng } from '@fashion-mnist/core';

/** One person's way through the images of the protocol. */
export interface Trial {
  readonly annotator: string;
  /** In the order in which they were given. */
  readonly answers: readonly HumanAnswer[];
  /** How many of the answers, the first ones, have been told right or wrong. They stand. */
  readonly revealed: number;
  /** Whether the label is told after each answer; in the protocol it is not. */
  readonly isToldAtOnce: boolean;
}

export function newTrial(annotator: string, isToldAtOnce = true): Trial {
  return { annotator, answers: [], revealed: 0, isToldAtOnce };
}

/** The images of the protocol in the order in which a person sees them: the same for the same name, everywhere. */
export function imageOrder({ indices }: HumanProtocol, annotator: string): Uint32Array {
  const places = createRng(seedOf(annotator)).permutation(indices.length);
  return places.map((place) => indices[place] ?? 0);
}

/** The image to be asked for; undefined when all have an answer. */
export function nextImage({ answers }: Trial, order: Uint32Array): number | undefined {
  const answered = new Set(answers.map(({ index }) => index));
  return order.find((index) => !answered.has(index));
}

export function addAnswer(trial: Trial, answer: Omit<HumanAnswer, 'annotator'>): Trial {
  const answers = [...trial.answers, { ...answer, annotator: trial.annotator }];
  return { ...trial, answers, revealed: trial.isToldAtOnce ? answers.length : trial.revealed };
}

/** Whether the last answer may be taken back: not once its label was told. */
export function canUndo({ answers, revealed }: Trial): boolean {
  return answers.length > revealed;
}

export function undoAnswer(trial: Trial): Trial {
  return canUndo(trial) ? { ...trial, answers: trial.answers.slice(0, -1) } : trial;
}

/** Tells how all answers so far were. */
export function reveal(trial: Trial): Trial {
  return { ...trial, revealed: trial.answers.length };
}

export function tellAtOnce(trial: Trial, isToldAtOnce: boolean): Trial {
  return isToldAtOnce ? reveal({ ...trial, isToldAtOnce }) : { ...trial, isToldAtOnce };
}

/** FNV-1a of the name's UTF-16 code units, 32 bits. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
