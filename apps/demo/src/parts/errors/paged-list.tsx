import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { formatCount } from '../../ui/format.ts';

const PAGE = 24;

interface PagedListProps {
  /** What is listed, for those who do not see it. */
  readonly label: string;
  readonly count: number;
  /** Said where there is nothing. */
  readonly empty: string;
  /** When one of them is another one, the list begins anew. */
  readonly inputs: readonly unknown[];
  /** The item at a place. */
  readonly item: (place: number) => ComponentChildren;
}

/** A long list, a page at a time. */
export function PagedList({ label, count, empty, inputs, item }: PagedListProps): JSX.Element {
  const page = useSignal(0);
  useEffect(() => {
    page.value = 0;
  }, inputs);
  if (count === 0) return <p class="note">{empty}</p>;
  const last = Math.ceil(count / PAGE) - 1;
  const first = PAGE * Math.min(page.value, last);
  const end = Math.min(first + PAGE, count);
  return (
    <>
      <ul class="errors-list" aria-label={label}>
        {Array.from({ length: end - first }, (_, at) => (
          <li key={first + at}>{item(first + at)}</li>
        ))}
      </ul>
      {count > PAGE && (
        <nav class="errors-pages" aria-label={`Pages: ${label}`}>
          <button type="button" class="button" disabled={first === 0} onClick={() => page.value--}>
            Previous
          </button>
          <span aria-live="polite">
            {formatCount(first + 1)} to {formatCount(end)} of {formatCount(count)}
          </span>
          <button type="button" class="button" disabled={end === count} onClick={() => page.value++}>
            Next
          </button>
        </nav>
      )}
    </>
  );
}
