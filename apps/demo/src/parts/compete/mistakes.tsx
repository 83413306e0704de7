import type { HumanAnswer } from '@fashion-mnist/benchmark/leaderboard';
import type { JSX } from 'preact';
import { Picture } from '../../ui/picture.tsx';
import { confusionTable, frequentConfusions } from './score.ts';

interface MistakesProps {
  readonly answers: readonly HumanAnswer[];
  /** Of all test images. */
  readonly labels: Uint8Array;
  readonly classNames: readonly string[];
  readonly pixelsOf: (index: number) => Uint8Array;
}

const MOST_PICTURES = 24;
const MOST_KINDS = 3;

/** What was taken for what: the matrix of the answers, and the images that went wrong. */
export function Mistakes({ answers, labels, classNames, pixelsOf }: MistakesProps): JSX.Element {
  const table = confusionTable(answers, labels, classNames.length);
  const kinds = frequentConfusions(table).slice(0, MOST_KINDS);
  const wrong = answers.filter(({ index, label }) => labels[index] !== label).toReversed();
  const nameOf = (label: number | undefined) => classNames[label ?? -1] ?? `${label}`;
  return (
    <section class="compete-mistakes" aria-label="Your answers by class">
      <h3>What you took for what</h3>
      {kinds.length === 0 ? (
        <p class="note">All answers so far are right.</p>
      ) : (
        <p class="note">
          {kinds
            .map(
              ({ label, answer, count }) =>
                `${nameOf(label)} taken for ${nameOf(answer)}: ${timesText(count)}`,
            )
            .join('. ')}
          .
        </p>
      )}
      <ConfusionMatrix table={table} classNames={classNames} />
      {wrong.length > 0 && (
        <ul class="compete-wrong-list" aria-label="Images that went wrong, the latest first">
          {wrong.slice(0, MOST_PICTURES).map(({ index, label }) => (
            <li key={index}>
              <Picture pixels={pixelsOf(index)} size={56} alt="" />
              <span>
                {nameOf(labels[index])}
                <small>you: {nameOf(label)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface ConfusionMatrixProps {
  readonly table: readonly (readonly number[])[];
  readonly classNames: readonly string[];
}

function ConfusionMatrix({ table, classNames }: ConfusionMatrixProps): JSX.Element {
  return (
    <table class="compete-matrix">
      <caption class="note">Rows: the label. Columns: your answer.</caption>
      <thead>
        <tr>
          <td />
          {classNames.map((name, label) => (
            <th key={name} scope="col" title={name}>
              {label}
              <span class="visually-hidden"> {name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.map((row, label) => {
          const total = row.reduce((sum, count) => sum + count, 0);
          return (
            <tr key={classNames[label]}>
              <th scope="row">
                {label} <span>{classNames[label]}</span>
              </th>
              {row.map((count, answer) => (
                <td
                  key={classNames[answer]}
                  class={answer === label ? 'compete-agrees' : undefined}
                  style={{ '--share': `${total === 0 ? 0 : Math.round((100 * count) / total)}%` }}
                >
                  {count === 0 ? '' : count}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function timesText(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
