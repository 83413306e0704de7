import './quality.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { LayoutEntry, LayoutQuality } from '../../../data/data-index.ts';
import type { Dataset } from '../../../data/dataset.ts';
import { notifyError } from '../../../state/notices.ts';
import { formatCount, formatSeconds, formatShare } from '../../../ui/format.ts';
import { following } from '../model/panes.ts';
import { current, layoutOf } from '../model/view.ts';
import { measureLayout } from './measure-layout.ts';
import { READING } from './reading.ts';

/** How a map is to be read, how well it keeps neighbourhoods, and where it comes from. */
export function Quality(): JSX.Element | null {
  const dataset = current.value;
  const layout = dataset && layoutOf(dataset);
  if (dataset === undefined || layout === undefined || following.value === dataset.entry.name) return null;
  return (
    <section class="quality" aria-label="How to read this map">
      <p>{READING[layout.method]}</p>
      {layout.quality === undefined ? (
        <Measure key={layout.id} dataset={dataset} layout={layout} />
      ) : (
        <Scores quality={layout.quality} />
      )}
      <p class="note">{describeOrigin(layout)}</p>
    </section>
  );
}

const SCORES: readonly (readonly [keyof LayoutQuality, title: string, meaning: string])[] = [
  ['trustworthiness', 'Trustworthiness', 'neighbours here are alike in truth'],
  ['continuity', 'Continuity', 'images that are alike in truth are near here'],
  ['neighborRecall', 'Neighbour recall', 'true neighbours that are neighbours here'],
];

function Scores({ quality }: { readonly quality: LayoutQuality }): JSX.Element {
  return (
    <>
      <dl class="scores">
        {SCORES.map(([name, title, meaning]) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>
              <meter min={0} max={1} value={quality[name]} aria-label={title} />
              <b>{formatShare(quality[name])}</b>
            </dd>
            <dd class="note">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        Measured on {formatCount(quality.queryCount)} images and their {quality.nNeighbors} nearest; 100 %
        would be perfect.
      </p>
    </>
  );
}

function Measure({
  dataset,
  layout,
}: {
  readonly dataset: Dataset;
  readonly layout: LayoutEntry;
}): JSX.Element {
  const isBusy = useSignal(false);
  const measure = () => {
    isBusy.value = true;
    measureLayout(dataset, layout)
      .catch((error: unknown) => notifyError(error, 'The map could not be measured'))
      .finally(() => (isBusy.value = false));
  };
  return (
    <div>
      <button type="button" class="button" disabled={isBusy.value} onClick={measure}>
        {isBusy.value ? 'Measuring…' : 'Measure how well it keeps neighbourhoods'}
      </button>
    </div>
  );
}

function describeOrigin({ count, engine, seconds, options }: LayoutEntry): string {
  const settings = Object.entries(options)
    .filter(([name]) => name !== 'count')
    .map(([name, value]) => `${name} ${value}`);
  return [`${formatCount(count)} images in ${formatSeconds(seconds)} by ${engine}`, ...settings].join(', ');
}
