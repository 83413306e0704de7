import type { JSX } from 'preact';

interface TermsProps {
  readonly terms: readonly (readonly [term: string, description: string])[];
}

/** Facts by their names. */
export function Terms({ terms }: TermsProps): JSX.Element {
  return (
    <dl class="bench-terms">
      {terms.map(([term, description]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}
