import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Dataset } from '../../data/dataset.ts';
import { select } from '../../state/selection.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { AnswerList } from './answer-list.tsx';
import type { Answers } from './answers.ts';
import { type Cell, type Confusion, confusionOf } from './confusion.ts';
import { ConfusionTable } from './confusion-table.tsx';
import { idsIn } from './ranking.ts';

interface AnswersSectionProps {
  readonly dataset: Dataset;
  readonly answers: Answers;
  readonly onOpen: (id: number) => void;
}

/** The confusion matrix, and the images behind its cells. */
export function AnswersSection({ dataset, answers, onOpen }: AnswersSectionProps): JSX.Element {
  const chosen = useSignal<Cell | undefined>(undefined);
  const confusion = useMemo(() => confusionOf(answers), [answers]);
  const choose = (cell: Cell | undefined) => {
    chosen.value = cell;
    if (cell !== undefined) select(dataset.entry.name, idsIn(answers, cell));
  };
  return (
    <>
      <section class="errors-section" aria-labelledby="errors-confusion">
        <h3 id="errors-confusion">Which classes are confused</h3>
        <p>
          <Accuracy answers={answers} confusion={confusion} /> Each row holds the images of one label, each
          column those taken for one class; the redder, the larger the share of the row. A cell selects its
          images.
        </p>
        <ConfusionTable
          confusion={confusion}
          classNames={dataset.entry.classNames}
          chosen={chosen.value}
          onChoose={choose}
        />
      </section>
      <AnswerList
        dataset={dataset}
        answers={answers}
        confusion={confusion}
        cell={chosen.value}
        onAllClasses={() => choose(undefined)}
        onOpen={onOpen}
      />
    </>
  );
}

interface AccuracyProps {
  readonly answers: Answers;
  readonly confusion: Confusion;
}

function Accuracy({ answers: { model, ids }, confusion: { rightCount } }: AccuracyProps): JSX.Element {
  if (ids.length === 0) return <>{model} has said nothing about these images.</>;
  return (
    <>
      {model}: right about <strong>{formatShare(rightCount / ids.length)}</strong> of{' '}
      {formatCount(ids.length)} images.
    </>
  );
}
