import type { HeadlineFact } from '@fashion-mnist/benchmark/report';
import type { JSX } from 'preact';

/** The figures that matter most, in a row. */
export function FactList({ facts }: { readonly facts: readonly HeadlineFact[] }): JSX.Element {
  return (
    <dl class="bench-facts">
      {facts.map(({ title, figure, unit, detail }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd class="bench-figure">
            {figure} {unit !== '' && <small>{unit}</small>}
          </dd>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
