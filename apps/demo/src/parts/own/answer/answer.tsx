import './answer.css';
import type { JSX } from 'preact';
import type { Dataset } from '../../../data/dataset.ts';
import { routeHash } from '../../../state/route.ts';
import { formatCount } from '../../../ui/format.ts';
import { Progress } from '../../../ui/progress.tsx';
import { ClassBars } from './class-bars.tsx';
import { NeighborRow } from './neighbor-row.tsx';
import type { FoundNeighbors } from './use-nearest.ts';
import { useProbabilities } from './use-probabilities.ts';
import { voteOf } from './vote.ts';

/** Neighbours that are shown, and vote. */
const VOTERS = 10;

interface AnswerProps {
  readonly dataset: Dataset;
  readonly pixels: Uint8Array;
  readonly found: FoundNeighbors | undefined;
}

/** What a garment is taken for, and what it is like. */
export function Answer({ dataset, pixels, found }: AnswerProps): JSX.Element {
  const network = useProbabilities(pixels);
  const { classNames } = dataset.entry;
  return (
    <div class="answer">
      <section aria-label="Answer">
        <h3>{network === undefined ? 'What its neighbours say' : 'What the network says'}</h3>
        {network !== undefined ? (
          <>
            <ClassBars shares={network.shares} classNames={classNames} label="Probability of each class" />
            <p class="note">Probabilities by {network.model}.</p>
          </>
        ) : found !== undefined ? (
          <>
            <ClassBars
              shares={voteOf(found.labels.subarray(0, VOTERS), classNames.length)}
              classNames={classNames}
              label="Share of the nearest neighbours in each class"
            />
            <p class="note">
              A vote of the {VOTERS} nearest images (k-NN), no network.{' '}
              <a href={routeHash('train')}>Train or load one</a> for its probabilities.
            </p>
          </>
        ) : (
          <Arriving dataset={dataset} />
        )}
      </section>
      <section aria-label="Nearest images">
        <h3>Its nearest neighbours</h3>
        {found === undefined ? (
          <Arriving dataset={dataset} />
        ) : (
          <>
            <NeighborRow dataset={dataset} found={found} count={VOTERS} />
            <p class="note">{describeSearch(found, dataset)}</p>
          </>
        )}
      </section>
    </div>
  );
}

function Arriving({ dataset }: { readonly dataset: Dataset }): JSX.Element {
  const arrived = dataset.imageCount.value;
  const text = `${formatCount(arrived)} of ${formatCount(dataset.count)} images to compare with have arrived`;
  return <Progress label="Images to compare with" share={arrived / dataset.count} text={text} />;
}

function describeSearch({ searchedCount }: FoundNeighbors, { count }: Dataset): string {
  const images = searchedCount < count ? 'images that have arrived so far' : 'images';
  return `Of ${formatCount(searchedCount)} ${images}, by the distance of pixels. Choose one to see it on the map.`;
}
