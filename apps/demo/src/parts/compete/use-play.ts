import { type HumanProtocol, humanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import { useMemo } from 'preact/hooks';
import { addAnswer, imageOrder, nextImage, type Trial, undoAnswer } from './trial.ts';
import { useAnswerKeys } from './use-answer-keys.ts';
import { useStopwatch } from './use-stopwatch.ts';
import { useTrial } from './use-trial.ts';

export interface PlayOptions {
  readonly isActive: boolean;
  readonly testCount: number;
  readonly classCount: number;
  /** Whether the image has arrived, so that it can be answered. */
  readonly isSeen: (index: number) => boolean;
}

/** The game as it stands, and what its reader can do. */
export interface Play {
  readonly protocol: HumanProtocol;
  readonly trial: Trial;
  /** The test image that is asked for; undefined when all have an answer. */
  readonly current: number | undefined;
  readonly answer: (label: number) => void;
  readonly undo: () => void;
  readonly change: (trial: Trial) => void;
}

export function usePlay({ isActive, testCount, classCount, isSeen }: PlayOptions): Play {
  const protocol = useMemo(() => protocolOf(testCount), [testCount]);
  const { trial: kept, change } = useTrial(protocol);
  const trial = kept.value;
  const order = useMemo(() => imageOrder(protocol, trial.annotator), [protocol, trial.annotator]);
  const current = nextImage(trial, order);
  const elapsed = useStopwatch(current);

  /** A key that comes before the next image is in sight is not meant for it. */
  function answer(label: number): void {
    const isShown = kept.peek() === trial;
    if (!isShown || current === undefined || !isSeen(current)) return;
    change(addAnswer(trial, { index: current, label, seconds: elapsed() }));
  }

  const undo = () => change(undoAnswer(trial));
  useAnswerKeys({ isActive, classCount, onAnswer: answer, onUndo: undo });
  return { protocol, trial, current, answer, undo, change };
}

/** As many images as in the original, where there are so many. */
function protocolOf(testCount: number): HumanProtocol {
  const original = humanProtocol();
  if (testCount === original.testCount) return original;
  return humanProtocol({ testCount, imageCount: Math.min(original.indices.length, testCount) });
}
