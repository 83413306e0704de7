import type { JSX } from 'preact';

interface NumberFieldProps {
  readonly title: string;
  readonly value: number;
  readonly range: readonly [least: number, most: number];
  readonly onChange: (value: number) => void;
}

/** A whole number; one outside its range is brought into it. */
export function NumberField({ title, value, range: [least, most], onChange }: NumberFieldProps): JSX.Element {
  return (
    <label class="field">
      <span>{title}</span>
      <input
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        value={value}
        onChange={({ currentTarget }) => {
          const wanted = Math.round(currentTarget.valueAsNumber);
          const taken = Number.isNaN(wanted) ? value : Math.min(most, Math.max(least, wanted));
          currentTarget.value = String(taken);
          onChange(taken);
        }}
      />
    </label>
  );
}
