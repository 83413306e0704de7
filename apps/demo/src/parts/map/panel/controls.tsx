import type { JSX } from 'preact';
import type { SplitChoice } from '../../../share/map-link.ts';
import { chooseDataset, dataset, datasets } from '../../../state/datasets.ts';
import { Choice } from '../../../ui/choice.tsx';
import { following } from '../model/panes.ts';
import { beside, layoutId, layoutOf, neighborDataset, split } from '../model/view.ts';

const BOTH = 'side by side';

/** What is seen: the dataset, its split, its layout. */
export function Controls(): JSX.Element {
  return (
    <div class="panel-controls">
      <DatasetChoice />
      <SplitChoiceField />
      <LayoutChoice />
    </div>
  );
}

function DatasetChoice(): JSX.Element | null {
  const all = datasets.value ?? [];
  const other = neighborDataset.value;
  if (other === undefined) return null;
  const options = [
    ...all.map(({ entry: { name, title } }) => ({ value: name, title })),
    { value: BOTH, title: 'Side by side' },
  ];
  const value = beside.value === undefined ? (dataset.value?.entry.name ?? '') : BOTH;
  return (
    <Choice
      legend="Dataset"
      options={options}
      value={value}
      onChange={(name) => {
        beside.value = name === BOTH ? other.entry.name : undefined;
        if (name !== BOTH) chooseDataset(name);
      }}
    />
  );
}

const SPLIT_TITLES: Readonly<Record<SplitChoice, string>> = {
  all: 'All images',
  train: 'Training',
  test: 'Test',
};

function SplitChoiceField(): JSX.Element | null {
  if ((dataset.value?.entry.splits.length ?? 0) < 2) return null;
  const options = (['all', 'train', 'test'] as const).map((value) => ({ value, title: SPLIT_TITLES[value] }));
  return (
    <Choice
      legend="Images"
      options={options}
      value={split.value}
      onChange={(value) => (split.value = value)}
    />
  );
}

function LayoutChoice(): JSX.Element | null {
  const first = dataset.value;
  if (first === undefined || first.layouts.value.length === 0) return null;
  const options = first.layouts.value.map(({ id, title }) => ({ value: id, title }));
  const isFollowing = following.value === first.entry.name;
  return (
    <Choice
      legend="Layout"
      options={options}
      value={isFollowing ? '' : (layoutOf(first)?.id ?? '')}
      onChange={(id) => {
        following.value = undefined;
        layoutId.value = id;
      }}
    />
  );
}
