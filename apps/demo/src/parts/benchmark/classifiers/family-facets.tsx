import { familiesOf } from '@fashion-mnist/benchmark/report';
import type { JSX } from 'preact';
import { Facet } from '../../../ui/facet.tsx';
import { toggled } from '../../../ui/toggled.ts';
import { FamilyMark } from './family-mark.tsx';
import type { ComparedRow } from './results.ts';

interface FamilyFacetsProps {
  readonly rows: readonly ComparedRow[];
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
}

/** Which classifiers are shown; the key of the charts too. */
export function FamilyFacets({ rows, hidden, onChange }: FamilyFacetsProps): JSX.Element {
  const names = rows.map(({ ours }) => ours.name);
  const families = familiesOf(names);
  const isNoneHidden = hidden.size === 0;
  return (
    <div class="facets" role="group" aria-label="Classifiers">
      {families.map((family) => (
        <Facet
          key={family.name}
          title={family.name}
          isShown={!hidden.has(family.name)}
          count={names.filter((name) => name === family.name).length}
          onToggle={() => onChange(toggled(hidden, family.name))}
        >
          <FamilyMark family={family} />
          {family.shortName}
        </Facet>
      ))}
      <button
        type="button"
        class="quiet bench-all"
        onClick={() => onChange(new Set(isNoneHidden ? families.map(({ name }) => name) : []))}
      >
        {isNoneHidden ? 'None' : 'All'}
      </button>
    </div>
  );
}
