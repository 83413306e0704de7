import type { JSX } from 'preact';
import type { Dataset } from '../../../data/dataset.ts';
import { type Predictions, predictions } from '../../../state/predictions.ts';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { formatShare } from '../../../ui/format.ts';

interface VerdictsProps {
  readonly dataset: Dataset;
  readonly id: number;
  readonly label: number | undefined;
}

/** What models say of an image. */
export function Verdicts({ dataset, id, label }: VerdictsProps): JSX.Element | null {
  const { name, classNames } = dataset.entry;
  const known = predictions.value.filter(
    ({ dataset: of, first, count }) => of === name && id >= first && id < first + count,
  );
  if (known.length === 0) return null;
  return (
    <section aria-label="What models say">
      <h3>What models say</h3>
      <ul class="verdicts">
        {known.map((of) => {
          const { label: said, share } = verdictOf(of, id, classNames.length);
          return (
            <li key={`${of.model} ${of.first}`}>
              <span>{of.model}</span>
              <ClassLabel label={said} name={classNames[said] ?? ''} />
              <span class={said === label ? 'verdict-right' : 'verdict-wrong'}>
                {formatShare(share, 0)} {said === label ? 'right' : 'not its label'}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function verdictOf({ first, probabilities }: Predictions, id: number, classCount: number) {
  const row = probabilities.subarray((id - first) * classCount, (id - first + 1) * classCount);
  const share = row.reduce((most, value) => Math.max(most, value), 0);
  return { label: Math.max(row.indexOf(share), 0), share };
}
