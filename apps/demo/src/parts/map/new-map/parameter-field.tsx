import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Parameter } from './parameters.ts';

interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number by a slider, or typed where its size says nothing. */
export function ParameterField({ parameter, value, onChange }: ParameterFieldProps): JSX.Element {
  const id = useId();
  const { title, meaning, min, max, step } = parameter;
  const isSeed = parameter.name === 'seed';
  return (
    <div class="parameter">
      <label for={id}>{title}</label>
      {!isSeed && <output for={id}>{value}</output>}
      <input
        id={id}
        type={isSeed ? 'number' : 'range'}
        required
        min={min}
        max={max}
        step={step}
        value={value}
        aria-describedby={`${id}-meaning`}
        onInput={({ currentTarget }) => {
          if (currentTarget.validity.valid) onChange(currentTarget.valueAsNumber);
        }}
      />
      <small id={`${id}-meaning`}>{meaning}</small>
    </div>
  );
}
