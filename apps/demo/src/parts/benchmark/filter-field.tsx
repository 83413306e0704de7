import type { JSX } from 'preact';

interface FilterFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** How many rows have its words. */
  readonly found: string;
  readonly onFilter: (text: string) => void;
}

export function FilterField({ label, placeholder, value, found, onFilter }: FilterFieldProps): JSX.Element {
  return (
    <>
      <label class="bench-filter">
        <span class="visually-hidden">{label}</span>
        <input
          type="search"
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          value={value}
          onInput={({ currentTarget }) => onFilter(currentTarget.value)}
        />
      </label>
      <output class="note" aria-live="polite">
        {found}
      </output>
    </>
  );
}
