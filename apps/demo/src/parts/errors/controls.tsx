import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { chooseDataset, datasets } from '../../state/datasets.ts';
import { Choice } from '../../ui/choice.tsx';

export type SplitChoice = 'all' | 'train' | 'test';

const SPLITS = [
  { value: 'all', title: 'All' },
  { value: 'train', title: 'Training' },
  { value: 'test', title: 'Test' },
] as const;

interface ControlsProps {
  readonly dataset: Dataset;
  readonly models: readonly string[];
  readonly model: string | undefined;
  readonly onModel: (model: string) => void;
  readonly split: Signal<SplitChoice>;
}

/** Whose answers are examined, and about which images. */
export function Controls({ dataset, models, model, onModel, split }: ControlsProps): JSX.Element {
  const all = datasets.value ?? [];
  return (
    <div class="errors-controls">
      {all.length > 1 && (
        <Choice
          legend="Dataset"
          options={all.map(({ entry }) => ({ value: entry.name, title: entry.title }))}
          value={dataset.entry.name}
          onChange={chooseDataset}
        />
      )}
      <label class="field errors-model">
        <span class="visually-hidden">Model</span>
        <select
          value={model ?? ''}
          disabled={models.length === 0}
          onChange={({ currentTarget }) => onModel(currentTarget.value)}
        >
          {models.length === 0 && <option value="">No model has answered yet</option>}
          {models.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Choice
        legend="Images"
        options={SPLITS}
        value={split.value}
        onChange={(value) => {
          split.value = value;
        }}
      />
    </div>
  );
}
