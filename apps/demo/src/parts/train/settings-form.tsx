import type { JSX } from 'preact';
import { chooseDataset, dataset, datasets } from '../../state/datasets.ts';
import { Choice } from '../../ui/choice.tsx';
import { formatCount } from '../../ui/format.ts';
import type { MapMethod, TrainingBackend } from '../../work/training/training-job.ts';
import { splitForTraining } from './held-out.ts';
import { NetworkPicker } from './network-picker.tsx';
import { NumberField } from './number-field.tsx';
import type { TrainingModel } from './training-model.ts';
import {
  BATCH_SIZES,
  LEARNING_RATES,
  MOST_EPOCHS,
  type TrainingSettings,
  withNetwork,
} from './training-settings.ts';

const BACKENDS: Readonly<Record<TrainingBackend, string>> = {
  simd: 'Processor',
  webgl: 'WebGL',
  webgpu: 'WebGPU',
};

const MAPS: readonly { readonly value: MapMethod; readonly title: string }[] = [
  { value: 'umap', title: 'UMAP' },
  { value: 'pca', title: 'PCA' },
];

interface FormProps {
  readonly model: TrainingModel;
}

/** What is to be trained, and how. */
export function SettingsForm({ model }: FormProps): JSX.Element {
  const isBusy = model.phase.value !== 'idle';
  return (
    <>
      <DatasetChoice isDisabled={isBusy} />
      <NetworkPicker
        value={model.settings.value.network}
        isDisabled={isBusy}
        onChange={(network) => {
          model.settings.value = withNetwork(model.settings.peek(), network);
        }}
      />
      <TrainingFields model={model} isDisabled={isBusy} />
      <ComputingFields model={model} isDisabled={isBusy} />
    </>
  );
}

interface FieldsProps extends FormProps {
  readonly isDisabled: boolean;
}

function TrainingFields({ model, isDisabled }: FieldsProps): JSX.Element {
  const { epochs, batchSize, learningRate, imageCount, isAugmented } = model.settings.value;
  return (
    <fieldset class="train-numbers" disabled={isDisabled}>
      <legend>Training</legend>
      <NumberField
        title="Epochs"
        value={epochs}
        range={[1, MOST_EPOCHS]}
        onChange={(value) => change(model, { epochs: value })}
      />
      <Options
        title="Batch size"
        value={batchSize}
        values={BATCH_SIZES}
        onChange={(value) => change(model, { batchSize: value })}
      />
      <Options
        title="Learning rate"
        value={learningRate}
        values={LEARNING_RATES}
        onChange={(value) => change(model, { learningRate: value })}
      />
      <ImageCount count={imageCount} onChange={(value) => change(model, { imageCount: value })} />
      <label class="train-check">
        <input
          type="checkbox"
          checked={isAugmented}
          onChange={({ currentTarget }) => change(model, { isAugmented: currentTarget.checked })}
        />
        <span>
          Augment <small>moves each image a little, and mirrors garments, so that none comes twice</small>
        </span>
      </label>
    </fieldset>
  );
}

function ComputingFields({ model, isDisabled }: FieldsProps): JSX.Element {
  const { backend, mapMethod } = model.settings.value;
  return (
    <>
      <fieldset class="train-choices" disabled={isDisabled}>
        <legend>Computed by</legend>
        <Choice
          legend="Computed by"
          value={backend}
          options={model.backends.value.map((value) => ({ value, title: BACKENDS[value] }))}
          onChange={(value) => change(model, { backend: value })}
        />
      </fieldset>
      <fieldset class="train-choices" disabled={isDisabled}>
        <legend>Map after each epoch</legend>
        <Choice
          legend="Map after each epoch"
          value={mapMethod}
          options={MAPS}
          onChange={(value) => change(model, { mapMethod: value })}
        />
      </fieldset>
    </>
  );
}

function change(model: TrainingModel, changes: Partial<TrainingSettings>): void {
  model.settings.value = { ...model.settings.peek(), ...changes };
}

function DatasetChoice({ isDisabled }: { readonly isDisabled: boolean }): JSX.Element | null {
  const [all, chosen] = [datasets.value ?? [], dataset.value];
  if (chosen === undefined || all.length < 2) return null;
  return (
    <fieldset class="train-choices" disabled={isDisabled}>
      <legend>Images</legend>
      <Choice
        legend="Images"
        value={chosen.entry.name}
        options={all.map(({ entry }) => ({ value: entry.name, title: entry.title }))}
        onChange={chooseDataset}
      />
    </fieldset>
  );
}

interface OptionsProps {
  readonly title: string;
  readonly value: number;
  readonly values: readonly number[];
  readonly onChange: (value: number) => void;
}

function Options({ title, value, values, onChange }: OptionsProps): JSX.Element {
  return (
    <label class="field">
      <span>{title}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}>
        {values.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Counts to choose from, and all. */
const COUNTS: readonly number[] = [1000, 5000, 10_000, 20_000];

function ImageCount({
  count,
  onChange,
}: {
  readonly count: number;
  readonly onChange: (count: number) => void;
}): JSX.Element {
  const all = dataset.value && splitForTraining(dataset.value.entry)?.learnableCount;
  const counts = [
    ...COUNTS.filter((each) => all === undefined || each < all),
    ...(all === undefined ? [] : [all]),
  ];
  const shown = counts.includes(count) ? count : (counts.at(-1) ?? count);
  return (
    <label class="field">
      <span>Training images</span>
      <select value={shown} onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}>
        {counts.map((each) => (
          <option key={each} value={each}>
            {each === all ? `all ${formatCount(each)}` : formatCount(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
