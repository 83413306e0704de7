import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Dataset } from '../../data/dataset.ts';
import { Choice } from '../../ui/choice.tsx';
import { formatCount, formatShare } from '../../ui/format.ts';
import type { Answers } from './answers.ts';
import { type Cell, type Confusion, countOf, shareOf } from './confusion.ts';
import { ImageCard } from './image-card.tsx';
import { ListActions } from './list-actions.tsx';
import { answerRow, provenanceOf } from './list-rows.ts';
import { PagedList } from './paged-list.tsx';
import { type Order, rank } from './ranking.ts';

const ORDERS = [
  { value: 'surest', title: 'Surest first' },
  { value: 'doubtful', title: 'Most doubtful first' },
] as const;

const MEANING: Readonly<Record<Order, string>> = {
  surest: 'The surer a model is of what is not the label, the more there is to learn from the picture.',
  doubtful: 'Here the two likeliest classes are nearly level: little would turn the answer.',
};

interface AnswerListProps {
  readonly dataset: Dataset;
  readonly answers: Answers;
  readonly confusion: Confusion;
  readonly cell: Cell | undefined;
  readonly onAllClasses: () => void;
  readonly onOpen: (id: number) => void;
}

/** The answers that are worth a look, of a cell or of all. */
export function AnswerList(props: AnswerListProps): JSX.Element {
  const { dataset, answers, confusion, cell, onAllClasses, onOpen } = props;
  const order = useSignal<Order>('surest');
  const ranked = useMemo(() => rank(answers, { order: order.value, cell }), [answers, order.value, cell]);
  const title = titleOf(cell, order.value, dataset.entry.classNames);
  return (
    <section class="errors-section" aria-labelledby="errors-answers">
      <div class="errors-section-head">
        <h3 id="errors-answers">{title}</h3>
        <Choice
          legend="Order"
          options={ORDERS}
          value={order.value}
          onChange={(value) => {
            order.value = value;
          }}
        />
      </div>
      <p>
        {cell !== undefined &&
          `${formatCount(countOf(confusion, cell))} images, ${formatShare(shareOf(confusion, cell))} of the label. `}
        {MEANING[order.value]}
      </p>
      <ListActions
        dataset={dataset}
        subject="answers"
        count={ranked.length}
        ids={() => ranked.map((at) => answers.ids[at] ?? 0)}
        rows={() => Array.from(ranked, (at) => answerRow(dataset, answers, at))}
        provenance={() => provenanceOf(dataset, answers, `${title}, ${order.value} first`)}
      >
        {cell !== undefined && (
          <button type="button" class="button" onClick={onAllClasses}>
            All classes
          </button>
        )}
      </ListActions>
      <PagedList
        label={title}
        count={ranked.length}
        empty="There is none."
        inputs={[ranked]}
        item={(place) => (
          <AnswerCard
            dataset={dataset}
            answers={answers}
            at={ranked[place] ?? 0}
            order={order.value}
            onOpen={onOpen}
          />
        )}
      />
    </section>
  );
}

interface AnswerCardProps {
  readonly dataset: Dataset;
  readonly answers: Answers;
  readonly at: number;
  readonly order: Order;
  readonly onOpen: (id: number) => void;
}

function AnswerCard({ dataset, answers, at, order, onOpen }: AnswerCardProps): JSX.Element {
  const { ids, labels, predicted, confidence, margin } = answers;
  const note =
    order === 'surest'
      ? `sure by ${formatShare(confidence[at] ?? 0)}`
      : `ahead by ${formatShare(margin[at] ?? 0)}`;
  return (
    <ImageCard
      dataset={dataset}
      id={ids[at] ?? 0}
      label={labels[at] ?? 0}
      other={predicted[at] ?? 0}
      note={note}
      onOpen={onOpen}
    />
  );
}

function titleOf(cell: Cell | undefined, order: Order, names: readonly string[]): string {
  if (cell === undefined) return order === 'surest' ? 'Wrong answers' : 'Doubtful answers';
  const [label, predicted] = [names[cell.label] ?? '', names[cell.predicted] ?? ''];
  return cell.label === cell.predicted ? `${label}, recognised` : `${label} taken for ${predicted}`;
}
