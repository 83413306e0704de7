import './legend.css';
import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import type { Dataset } from '../../../data/dataset.ts';
import { selectionOf } from '../../../state/selection.ts';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { formatCount } from '../../../ui/format.ts';
import { useLabels } from '../image/use-labels.ts';
import { paneOf } from '../model/panes.ts';
import { current, hidden, isolateClass, pointedLabel, shown, toggleClass } from '../model/view.ts';
import { classCounts } from '../selection/class-counts.ts';

const hasHidden = computed(() => hidden.value.size > 0);

/** The classes: how many of each are in view or selected, and which are shown. */
export function Legend(): JSX.Element | null {
  const dataset = current.value;
  const labels = useLabels(dataset);
  if (dataset === undefined) return null;
  const selection = selectionOf(dataset.entry.name).value;
  const selected =
    labels && selection.length > 0
      ? classCounts(selection, labels, dataset.entry.classNames.length)
      : undefined;
  const counts = selected ?? paneOf(dataset.entry.name).inView.value;
  return (
    <section class="legend" aria-label="Classes">
      <header>
        <h2>
          {selected === undefined ? 'In view' : 'Selected'}
          {shown.value.length > 1 && `, ${dataset.entry.title}`}
        </h2>
        {hasHidden.value && (
          <button type="button" class="legend-all" onClick={() => (hidden.value = new Set())}>
            Show all
          </button>
        )}
      </header>
      <ul onPointerLeave={() => (pointedLabel.value = undefined)}>
        {dataset.entry.classNames.map((_, label) => (
          <LegendRow key={label} label={label} dataset={dataset} count={counts[label] ?? 0} />
        ))}
      </ul>
    </section>
  );
}

interface LegendRowProps {
  readonly label: number;
  readonly dataset: Dataset;
  readonly count: number;
}

function LegendRow({ label, dataset, count }: LegendRowProps): JSX.Element {
  const { classNames } = dataset.entry;
  const name = namesOf(label);
  const isShown = !hidden.value.has(label);
  const point = () => (pointedLabel.value = label);
  const isolate = () => isolateClass(label, classNames.length);
  return (
    <li class={isShown ? '' : 'legend-hidden'} onPointerEnter={point}>
      <button
        type="button"
        class="legend-class"
        aria-pressed={isShown}
        onClick={() => toggleClass(label)}
        onDblClick={isolate}
        onFocus={point}
        onBlur={() => (pointedLabel.value = undefined)}
      >
        <ClassLabel label={label} name={name} />
        <span class="legend-count">{formatCount(count)}</span>
      </button>
      <button type="button" class="legend-only" aria-label={`Only ${name}`} onClick={isolate}>
        only
      </button>
    </li>
  );
}

/** The names of a label in all datasets in view; a digit that is called by itself adds nothing. */
function namesOf(label: number): string {
  const names = shown.value.map(({ entry }) => entry.classNames[label] ?? '');
  return names.filter((name, place) => name !== '' && names.indexOf(name) === place).join(' · ');
}
