import type { HumanAnswer, HumanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import type { JSX } from 'preact';
import { predictions } from '../../state/predictions.ts';
import { formatCount, formatSeconds } from '../../ui/format.ts';
import { IntervalStrip } from '../../ui/interval-strip.tsx';
import { modelsOnSameImages, people, type Rival, verifiedModels } from './rivals.ts';
import { type Score, scoreOf } from './score.ts';

interface StandingProps {
  /** Answers that have been told right or wrong. */
  readonly told: readonly HumanAnswer[];
  readonly protocol: HumanProtocol;
  readonly dataset: string;
  /** Id of the first test image. */
  readonly first: number;
  readonly labels: Uint8Array;
}

/** Images behind the figure of the original. */
const IMAGES_OF_PEOPLE = 1000;

/** The reader among people and models, the best first. */
export function Standing({ told, protocol, dataset, first, labels }: StandingProps): JSX.Element {
  const own = scoreOf(told, protocol, labels);
  const rivals = [
    people(IMAGES_OF_PEOPLE),
    ...verifiedModels(),
    ...modelsOnSameImages(predictions.value, { dataset, first, labels, answers: told }),
  ];
  const rows = [...rivals, ...(own ? [{ ...own, name: 'You', isOnSameImages: true }] : [])].toSorted(
    (a, b) => b.accuracy - a.accuracy,
  );
  const least = Math.min(0.8, ...rows.map(({ interval }) => interval[0]));
  return (
    <section class="compete-standing" aria-label="Your accuracy">
      <p class="compete-figure" data-testid="own-accuracy">
        {own === undefined ? '–' : own.accuracy.toFixed(3)}
        <small>{own === undefined ? 'your accuracy, once an answer is judged' : ownText(own)}</small>
      </p>
      <table class="table">
        <caption class="visually-hidden">Accuracy of you, people and models</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col" class="number">
              Accuracy
            </th>
            <th scope="col">95 % interval</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StandingRow
              key={`${row.name} ${row.isOnSameImages}`}
              row={row}
              domain={[Math.floor(10 * least) / 10, 1]}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface StandingRowProps {
  readonly row: Rival;
  readonly domain: readonly [least: number, most: number];
}

function StandingRow({ row, domain }: StandingRowProps): JSX.Element {
  const { name, isOnSameImages, accuracy, interval, count } = row;
  const isYou = name === 'You' && isOnSameImages;
  return (
    <tr class={isYou ? 'compete-you' : undefined}>
      <th scope="row">
        {name}
        <small>
          {isOnSameImages ? 'on your' : 'on'} {formatCount(count)} {count === 1 ? 'image' : 'images'}
        </small>
      </th>
      <td class="number">{accuracy.toFixed(3)}</td>
      <td>
        <IntervalStrip value={accuracy} interval={interval} domain={domain} />
        <small>{intervalText(interval)}</small>
      </td>
    </tr>
  );
}

function ownText({
  interval,
  count,
  medianSeconds,
}: Score & { readonly medianSeconds: number | null }): string {
  const seconds = medianSeconds === null ? '' : `, ${formatSeconds(medianSeconds)} each`;
  return `right, of ${formatCount(count)} ${count === 1 ? 'image' : 'images'}; 95 % interval ${intervalText(interval)}${seconds}`;
}

function intervalText([low, high]: readonly [number, number]): string {
  return `${low.toFixed(3)}–${high.toFixed(3)}`;
}
