import type { LabelErrors } from '@fashion-mnist/models';
import type { JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { labelErrors } from '../../work/audit/audit-client.ts';
import type { NeighborGraph } from '../../work/neighbors/neighbors-client.ts';
import type { Answers } from './answers.ts';
import { ImageCard } from './image-card.tsx';
import { ListActions } from './list-actions.tsx';
import { provenanceOf, suspectRow } from './list-rows.ts';
import { PagedList } from './paged-list.tsx';
import type { NeighborVote } from './use-neighbor-vote.ts';
import { usePromised } from './use-promised.ts';

const METHOD =
  'confident learning (Northcutt, Jiang & Chuang 2021: confident joint, normalised margin), averaged with the share of the ten nearest images that bear another label';

interface SuspectsSectionProps {
  readonly dataset: Dataset;
  /** Of all ids. */
  readonly labels: Uint8Array;
  readonly answers: Answers;
  readonly vote: NeighborVote;
  readonly onOpen: (id: number) => void;
}

/** Labels that are probably wrong. */
export function SuspectsSection(props: SuspectsSectionProps): JSX.Element {
  const { dataset, labels, answers, vote, onOpen } = props;
  const graph = vote.graph.value;
  const canAsk = answers.unseen && graph !== undefined && answers.ids.length > 0;
  const found = usePromised(
    canAsk ? () => ask(labels, answers, graph) : undefined,
    [answers, graph, labels],
    'Doubtful labels could not be sought',
  );
  return (
    <section class="errors-section" aria-labelledby="errors-suspects">
      <h3 id="errors-suspects">Doubtful labels</h3>
      <p>
        An image is listed when the model is at least as sure of another class as it usually is of that
        class’s own images; the more of its ten nearest images bear another label, the further up it stands.
        Models err more often than labels: look before you believe.
      </p>
      {!answers.unseen ? (
        <p class="note">
          This model has learned from these labels, so its agreement proves nothing. Choose the vote of the
          neighbours, or images that the model has not seen.
        </p>
      ) : found === undefined ? (
        <p class="note">{graph === undefined ? 'This needs the neighbours of all images.' : 'Looking…'}</p>
      ) : (
        <SuspectList dataset={dataset} answers={answers} found={found} onOpen={onOpen} />
      )}
    </section>
  );
}

interface SuspectListProps extends Pick<SuspectsSectionProps, 'dataset' | 'answers' | 'onOpen'> {
  readonly found: LabelErrors;
}

function SuspectList({ dataset, answers, found, onOpen }: SuspectListProps): JSX.Element {
  const { suspects } = found;
  const idOf = (sample: number) => answers.ids[sample] ?? 0;
  return (
    <>
      <p>{summary(found, answers.ids.length)}</p>
      <ListActions
        dataset={dataset}
        subject="doubtful-labels"
        count={suspects.length}
        ids={() => suspects.map(({ sample }) => idOf(sample))}
        rows={() => suspects.map((suspect) => suspectRow(dataset, answers, suspect))}
        provenance={() => provenanceOf(dataset, answers, METHOD)}
      />
      <PagedList
        label="Doubtful labels"
        count={suspects.length}
        empty="No label is doubtful."
        inputs={[suspects]}
        item={(place) => {
          const suspect = suspects[place];
          if (suspect === undefined) return null;
          const { sample, label, suggestion, doubt } = suspect;
          return (
            <ImageCard
              dataset={dataset}
              id={idOf(sample)}
              label={label}
              other={suggestion}
              note={`doubt ${formatShare(doubt, 0)}`}
              onOpen={onOpen}
            />
          );
        }}
      />
    </>
  );
}

function ask(labels: Uint8Array, answers: Answers, graph: NeighborGraph): Promise<LabelErrors> {
  const { ids, probabilities, classCount } = answers;
  return labelErrors({ ids, probabilities, classCount, labels, graph });
}

function summary({ suspects, joint, classes }: LabelErrors, count: number): string {
  const right = classes.reduce((sum, _, code) => sum + (joint.data[code * (classes.length + 1)] ?? 0), 0);
  return `${formatCount(suspects.length)} of ${formatCount(count)} labels are doubtful to this model; taken at its word, ${formatShare(1 - right)} of them would be wrong.`;
}
