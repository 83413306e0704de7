import type { JSX } from 'preact';

interface SortHeaderProps {
  readonly title: string;
  /** How its column is sorted; undefined: another one is. */
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly class?: string | undefined;
  readonly onSort: () => void;
}

/** The head of a column that sorts its table. */
export function SortHeader({ title, sorted, class: className, onSort }: SortHeaderProps): JSX.Element {
  return (
    <th scope="col" class={className} aria-sort={sorted}>
      <button type="button" class="sort-button" onClick={onSort}>
        {title}
        <span class="sort-mark" aria-hidden="true">
          {sorted === 'ascending' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  );
}
