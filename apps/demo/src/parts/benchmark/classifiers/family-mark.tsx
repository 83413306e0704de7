import { type Family, markerPath } from '@fashion-mnist/benchmark/report';
import type { JSX } from 'preact';

/** The mark of a family as in the charts: its colour by kind, its shape among those of its kind. */
export function FamilyMark({ family: { kind, shape } }: { readonly family: Family }): JSX.Element {
  return (
    <svg class="family-mark" viewBox="-6.5 -6.5 13 13" width="12" height="12" aria-hidden="true">
      <path fill={`var(--kind-${kind})`} d={markerPath(shape)} />
    </svg>
  );
}
