import type { NearestPair } from '@fashion-mnist/kernels';
import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Dataset } from '../../data/dataset.ts';
import { formatCount } from '../../ui/format.ts';
import { closestPairs } from '../../work/audit/audit-client.ts';
import { ListActions } from './list-actions.tsx';
import { isAcrossSplits, pairRow, provenanceOf } from './list-rows.ts';
import { PagedList } from './paged-list.tsx';
import { PairCard } from './pair-card.tsx';
import type { NeighborVote } from './use-neighbor-vote.ts';
import { usePromised } from './use-promised.ts';

/** Each image's five nearest; five thousand pairs are more than anybody looks through. */
const SOUGHT = { neighborCount: 5, limit: 5000 };
/** Grey levels by which two images differ in a pixel, as root mean square. */
const LEVELS = { least: 0, greatest: 16, step: 0.5, usual: 8 };

const METHOD = 'Euclidean distance of pixels, exact, among the five nearest of each image';

interface DuplicatesSectionProps {
  readonly dataset: Dataset;
  /** Of all ids. */
  readonly labels: Uint8Array;
  readonly vote: NeighborVote;
  readonly onOpen: (id: number) => void;
}

/** Images that stand in the dataset twice, or nearly. */
export function DuplicatesSection({ dataset, labels, vote, onOpen }: DuplicatesSectionProps): JSX.Element {
  const graph = vote.graph.value;
  const closest = usePromised(
    graph && (() => closestPairs(graph, SOUGHT)),
    [graph],
    'Near-duplicates could not be sought',
  );
  return (
    <section class="errors-section" aria-labelledby="errors-duplicates">
      <h3 id="errors-duplicates">Near-duplicates</h3>
      <p>
        Pairs of images whose pixels hardly differ, closest first. One in the training images and one in the
        test images is leakage: a model can know the answer by heart.
      </p>
      {closest === undefined ? (
        <p class="note">{graph === undefined ? 'This needs the neighbours of all images.' : 'Looking…'}</p>
      ) : (
        <PairList dataset={dataset} labels={labels} closest={closest} onOpen={onOpen} />
      )}
    </section>
  );
}

interface PairListProps extends Omit<DuplicatesSectionProps, 'vote'> {
  readonly closest: readonly NearestPair[];
}

function PairList({ dataset, labels, closest, onOpen }: PairListProps): JSX.Element {
  const level = useSignal(LEVELS.usual);
  const onlyAcross = useSignal(false);
  const [height, width] = dataset.entry.imageShape;
  const farthest = level.value * Math.sqrt(height * width);
  const near = useMemo(() => closest.filter(({ distance }) => distance <= farthest), [closest, farthest]);
  const across = useMemo(() => near.filter((pair) => isAcrossSplits(dataset, pair)), [near, dataset]);
  const shown = onlyAcross.value ? across : near;
  return (
    <>
      <PairFilter level={level} onlyAcross={onlyAcross} />
      <p aria-live="polite">
        {formatCount(near.length)} {near.length === 1 ? 'pair' : 'pairs'}:{' '}
        {formatCount(near.filter(({ distance }) => distance === 0).length)} identical,{' '}
        {formatCount(across.length)} across training and test images.
      </p>
      <ListActions
        dataset={dataset}
        subject="near-duplicates"
        count={shown.length}
        ids={() => shown.flatMap(({ first, second }) => [first, second])}
        rows={() => shown.map((pair) => pairRow(dataset, labels, pair))}
        provenance={() => ({
          ...provenanceOf(dataset, undefined, METHOD),
          greatestRootMeanSquare: level.value,
        })}
      />
      <PagedList
        label="Near-duplicates"
        count={shown.length}
        empty="No two images are as close as that."
        inputs={[shown]}
        item={(place) => {
          const pair = shown[place];
          return pair && <PairCard dataset={dataset} labels={labels} pair={pair} onOpen={onOpen} />;
        }}
      />
    </>
  );
}

interface PairFilterProps {
  readonly level: Signal<number>;
  readonly onlyAcross: Signal<boolean>;
}

function PairFilter({ level, onlyAcross }: PairFilterProps): JSX.Element {
  return (
    <div class="errors-threshold">
      <label class="field">
        <span>Pixels differ by at most {level.value} of 255 grey levels, in root mean square</span>
        <input
          type="range"
          min={LEVELS.least}
          max={LEVELS.greatest}
          step={LEVELS.step}
          value={level.value}
          onInput={({ currentTarget }) => {
            level.value = currentTarget.valueAsNumber;
          }}
        />
      </label>
      <label class="errors-check">
        <input
          type="checkbox"
          checked={onlyAcross.value}
          onChange={({ currentTarget }) => {
            onlyAcross.value = currentTarget.checked;
          }}
        />
        Only across the splits
      </label>
    </div>
  );
}
