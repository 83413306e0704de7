import type { ComponentChildren, JSX } from 'preact';

interface FacetProps {
  readonly isShown: boolean;
  readonly count: number;
  readonly title?: string | undefined;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

/** One of several kinds of rows, shown or not. */
export function Facet({ isShown, count, title, onToggle, children }: FacetProps): JSX.Element {
  return (
    <button type="button" class="facet" aria-pressed={isShown} title={title} onClick={onToggle}>
      {children}
      <small>{count}</small>
    </button>
  );
}
