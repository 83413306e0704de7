import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Dataset } from '../../data/dataset.ts';
import { ClassLabel } from '../../ui/class-label.tsx';
import { formatCount, formatShare } from '../../ui/format.ts';
import { nearestTo } from '../../work/neighbors/neighbors-client.ts';
import type { Answers } from './answers.ts';
import { SamplePicture } from './sample-picture.tsx';
import { ShowOnMap } from './show-on-map.tsx';
import { usePromised } from './use-promised.ts';

const NEIGHBORS = 12;
/** Classes that are told with their probability. */
const LIKELIEST = 3;

interface ImageDetailsProps {
  readonly dataset: Dataset;
  /** Of all ids. */
  readonly labels: Uint8Array;
  readonly answers: Answers | undefined;
  /** Whether the part is seen. */
  readonly active: boolean;
  /** The image that is open; undefined: none. */
  readonly opened: Signal<number | undefined>;
}

/** An image, large, what the model says, and its nearest neighbours. */
export function ImageDetails({ dataset, labels, answers, active, opened }: ImageDetailsProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = opened.value;
  const isWanted = id !== undefined;
  useLayoutEffect(() => {
    if (isWanted) dialog.current?.showModal();
  }, [isWanted]);
  // A modal dialog keeps the rest of the page from being used, also when its part is hidden.
  useLayoutEffect(() => {
    if (!active) dialog.current?.close();
  }, [active]);
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class="image-details"
      aria-labelledby="image-details-title"
      onClose={() => {
        opened.value = undefined;
      }}
      onClick={({ target }) => {
        if (target === dialog.current) close();
      }}
    >
      {id !== undefined && (
        <div class="image-details-body">
          <header>
            <h3 id="image-details-title">{titleOf(dataset, id)}</h3>
            <button type="button" class="quiet" aria-label="Close" onClick={close}>
              ×
            </button>
          </header>
          <div class="image-details-main">
            <SamplePicture dataset={dataset} id={id} size={168} alt={titleOf(dataset, id)} />
            <Verdict dataset={dataset} labels={labels} answers={answers} id={id} />
          </div>
          <Neighborhood
            dataset={dataset}
            labels={labels}
            id={id}
            onOpen={(other) => (opened.value = other)}
          />
        </div>
      )}
    </dialog>
  );
}

interface ImageProps {
  readonly dataset: Dataset;
  readonly labels: Uint8Array;
  readonly id: number;
}

function Verdict({
  dataset,
  labels,
  answers,
  id,
}: ImageProps & Pick<ImageDetailsProps, 'answers'>): JSX.Element {
  const names = dataset.entry.classNames;
  const label = labels[id] ?? 0;
  return (
    <dl class="image-details-verdict">
      <dt>Label</dt>
      <dd>
        <ClassLabel label={label} name={names[label] ?? ''} />
      </dd>
      {answers !== undefined && answers.ids.includes(id) && (
        <>
          <dt>{answers.model}</dt>
          {likeliest(answers, id).map(({ other, probability }) => (
            <dd key={other}>
              <ClassLabel label={other} name={names[other] ?? ''} />
              <span>{formatShare(probability)}</span>
            </dd>
          ))}
        </>
      )}
    </dl>
  );
}

function Neighborhood({
  dataset,
  labels,
  id,
  onOpen,
}: ImageProps & { readonly onOpen: (id: number) => void }): JSX.Element {
  const nearest = usePromised(
    () => nearestTo(dataset, { id }, { k: NEIGHBORS }),
    [dataset, id],
    'The neighbours could not be found',
  );
  const names = dataset.entry.classNames;
  const label = labels[id] ?? 0;
  const ids = Array.from(nearest?.ids ?? []);
  const agreeing = ids.filter((other) => labels[other] === label).length;
  return (
    <>
      <p>
        {nearest === undefined
          ? 'Seeking its neighbours…'
          : `Of the ${ids.length} most similar images, ${agreeing} bear the same label.`}
      </p>
      <ul class="image-details-neighbors" aria-label="Most similar images">
        {ids.map((other) => {
          const name = names[labels[other] ?? 0] ?? '';
          return (
            <li key={other}>
              <button
                type="button"
                onClick={() => onOpen(other)}
                title={`${name}, ${titleOf(dataset, other)}`}
              >
                <SamplePicture dataset={dataset} id={other} size={48} alt="" />
                <ClassLabel label={labels[other] ?? 0} name={name} />
              </button>
            </li>
          );
        })}
      </ul>
      <ShowOnMap dataset={dataset} ids={() => [id, ...ids]} isEmpty={ids.length === 0} />
    </>
  );
}

function titleOf(dataset: Dataset, id: number): string {
  const { split, first } = dataset.splitOf(id);
  return `${split === 'test' ? 'Test' : 'Training'} image ${formatCount(id - first)}`;
}

function likeliest({ ids, classCount, probabilities }: Answers, id: number) {
  const at = ids.indexOf(id);
  return Array.from(probabilities.subarray(at * classCount, (at + 1) * classCount), (probability, other) => ({
    other,
    probability,
  }))
    .toSorted((a, b) => b.probability - a.probability)
    .filter(({ probability }, place) => place === 0 || probability >= 0.0005)
    .slice(0, LIKELIEST);
}
