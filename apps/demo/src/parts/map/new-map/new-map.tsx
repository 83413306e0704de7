import './new-map.css';
import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { METHODS, type Method } from '../../../data/data-index.ts';
import { Choice } from '../../../ui/choice.tsx';
import { current } from '../model/view.ts';
import { ParameterField } from './parameter-field.tsx';
import { imageRanges, METHOD_TITLES, PARAMETERS } from './parameters.ts';
import { runMap, running } from './run-map.ts';
import { RunningProgress } from './running-progress.tsx';

/** A map of one's own: the method, its numbers, its images. */
export function NewMap(): JSX.Element | null {
  const method = useSignal<Method>('umap');
  const values = useSignal<Readonly<Record<string, number>>>({});
  const rangeIndex = useSignal(0);
  const ranges = useComputed(() => (current.value === undefined ? [] : imageRanges(current.value.entry)));
  const dataset = current.value;
  const range = ranges.value[rangeIndex.value];
  if (dataset === undefined || range === undefined) return null;
  if (running.value !== undefined) return <RunningProgress running={running.value} />;
  const parameters = PARAMETERS[method.value];
  const compute = (event: Event) => {
    event.preventDefault();
    const options = Object.fromEntries(
      parameters.map(({ name, initial }) => [name, values.value[name] ?? initial]),
    );
    void runMap({ dataset, method: method.value, range, options });
  };
  return (
    <form class="new-map" onSubmit={compute}>
      <Choice
        legend="Method"
        options={METHODS.map((value) => ({ value, title: METHOD_TITLES[value] }))}
        value={method.value}
        onChange={(value) => (method.value = value)}
      />
      <label class="field">
        <span>Images of {dataset.entry.title}</span>
        <select
          value={rangeIndex.value}
          onChange={({ currentTarget }) => (rangeIndex.value = Number(currentTarget.value))}
        >
          {ranges.value.map(({ title }, index) => (
            <option key={title} value={index}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {parameters.map((parameter) => (
        <ParameterField
          key={`${method.value} ${parameter.name}`}
          parameter={parameter}
          value={values.value[parameter.name] ?? parameter.initial}
          onChange={(value) => (values.value = { ...values.value, [parameter.name]: value })}
        />
      ))}
      <button type="submit" class="button button-primary">
        Compute
      </button>
      <p class="note">
        {crossOriginIsolated
          ? 'Computed in your browser, on all its cores.'
          : 'Computed in your browser, on one core: the server of this page does not allow more.'}
      </p>
    </form>
  );
}
