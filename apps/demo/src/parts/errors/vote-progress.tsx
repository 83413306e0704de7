import type { JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import type { NeighborVote } from './use-neighbor-vote.ts';

interface VoteProgressProps {
  readonly dataset: Dataset;
  readonly vote: NeighborVote;
}

/** How far the neighbours are, with a way to stop and to begin. */
export function VoteProgress({ dataset, vote: { graph, job } }: VoteProgressProps): JSX.Element | null {
  if (graph.value !== undefined) return null;
  const share = job.share.value;
  if (share === undefined) {
    return (
      <div class="errors-vote">
        <p class="note">
          The simplest model asks the ten most similar other images for their labels. It needs to compare all
          images with each other: some seconds of work.
        </p>
        <button type="button" class="button button-primary" onClick={job.start}>
          Let the neighbours vote
        </button>
      </div>
    );
  }
  const [arrived, count] = [dataset.imageCount.value, dataset.count];
  const isReading = arrived < count;
  const text = isReading
    ? `Reading images: ${formatCount(arrived)} of ${formatCount(count)}`
    : `Comparing every image with all others: ${formatShare(share, 0)}`;
  return (
    <div class="errors-vote">
      <Progress label="The vote of the neighbours" share={isReading ? arrived / count : share} text={text} />
      <button type="button" class="button" onClick={job.stop}>
        Stop
      </button>
    </div>
  );
}
