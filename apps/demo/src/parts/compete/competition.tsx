import { findClaim } from '@fashion-mnist/benchmark/leaderboard';
import type { JSX } from 'preact';
import type { SplitEntry } from '../../data/data-index.ts';
import type { Dataset } from '../../data/dataset.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { LastAnswer } from './last-answer.tsx';
import { Mistakes } from './mistakes.tsx';
import { Question } from './question.tsx';
import { Settings } from './settings.tsx';
import { Standing } from './standing.tsx';
import { canUndo, reveal } from './trial.ts';
import { type Play, usePlay } from './use-play.ts';

interface CompetitionProps {
  readonly active: boolean;
  readonly dataset: Dataset;
  readonly test: SplitEntry;
  /** Of the test images. */
  readonly labels: Uint8Array;
}

/** The images, one at a time, and how their reader stands. */
export function Competition({ active, dataset, test, labels }: CompetitionProps): JSX.Element {
  const { classNames, imageShape } = dataset.entry;
  const hasArrived = dataset.imageCount.value > 0;
  const isSeen = (index: number) => hasArrived && dataset.hasImage(test.first + index);
  const pixelsOf = (index: number) => dataset.imageOf(test.first + index);
  const play = usePlay({ isActive: active, testCount: test.count, classCount: classNames.length, isSeen });
  const { trial, protocol, current } = play;
  const told = trial.answers.slice(0, trial.revealed);
  return (
    <>
      <header class="compete-head">
        <h2>You against the models</h2>
        <p class="note">
          People without training in fashion got {formatShare(findClaim('human-performance').fashion)} of
          1,000 such images right. Say what each image shows, by its button or by the keys 0 to 9.
        </p>
      </header>
      <div class="compete-play">
        {current === undefined ? (
          <p class="compete-done">
            All {formatCount(protocol.indices.length)} images have your answer. Thank you.
          </p>
        ) : (
          <Question
            pixels={isSeen(current) ? pixelsOf(current) : undefined}
            imageShape={imageShape}
            classNames={classNames}
            done={trial.answers.length}
            total={protocol.indices.length}
            onAnswer={play.answer}
          />
        )}
        <Last play={play} labels={labels} classNames={classNames} pixelsOf={pixelsOf} />
      </div>
      <aside class="compete-side">
        <Standing
          told={told}
          protocol={protocol}
          dataset={dataset.entry.name}
          first={test.first}
          labels={labels}
        />
        {trial.answers.length > trial.revealed && (
          <p class="compete-hidden">
            {formatCount(trial.answers.length - trial.revealed)} of your answers are not judged yet.
            <button type="button" class="button button-primary" onClick={() => play.change(reveal(trial))}>
              Show my result
            </button>
          </p>
        )}
        <Settings trial={trial} protocol={protocol} onChange={play.change} />
      </aside>
      {told.length > 0 && (
        <Mistakes answers={told} labels={labels} classNames={classNames} pixelsOf={pixelsOf} />
      )}
    </>
  );
}

interface LastProps {
  readonly play: Play;
  readonly labels: Uint8Array;
  readonly classNames: readonly string[];
  readonly pixelsOf: (index: number) => Uint8Array;
}

function Last({ play: { trial, undo }, labels, classNames, pixelsOf }: LastProps): JSX.Element {
  const last = trial.answers.at(-1);
  const isTold = trial.revealed === trial.answers.length;
  const nameOf = (label: number | undefined) => classNames[label ?? -1] ?? `${label}`;
  return (
    <LastAnswer
      pixels={last && pixelsOf(last.index)}
      answer={last && nameOf(last.label)}
      truth={last && isTold ? nameOf(labels[last.index]) : undefined}
      canUndo={canUndo(trial)}
      onUndo={undo}
    />
  );
}
