import { formatAccuracy, linkAddress, type RunFigure } from '@fashion-mnist/benchmark/leaderboard';
import { formatBytes, formatDifference, formatSeconds } from '@fashion-mnist/benchmark/report';
import type { JSX } from 'preact';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { Terms } from '../terms.tsx';
import { type BoardRow, type BoardRun, reproduceRowCommand } from './board-rows.ts';

/** The run behind a row, or why there is none; and how to make one. */
export function BoardDetails({ row }: { readonly row: BoardRow }): JSX.Element {
  const command = reproduceRowCommand(row);
  return (
    <section class="bench-detail" aria-label={row.classifier}>
      {row.links.length > 0 && <CodeLinks links={row.links} />}
      {row.explanation !== '' && <p class="bench-explanation">{row.explanation}</p>}
      {row.runs.map((run) => (
        <RunDetails key={run.file} run={run} />
      ))}
      {command === undefined ? (
        <p class="note">There is no recipe, so no command reproduces this row.</p>
      ) : (
        <p class="bench-command">
          <code>{command}</code>
          <CopyButton
            text={command}
            title="Copy the command that reproduces this row"
            done={`Copied. It runs ${row.classifier} again.`}
          />
        </p>
      )}
    </section>
  );
}

function CodeLinks({ links }: { readonly links: readonly string[] }): JSX.Element {
  return (
    <ul class="bench-links" aria-label="Code of the submitter">
      {links.map(linkAddress).map((address) => (
        <li key={address}>
          <a href={address} rel="noreferrer" target="_blank">
            {address.replace(/^https?:\/\//, '')}
          </a>
        </li>
      ))}
    </ul>
  );
}

function RunDetails({ run: { file, result } }: { readonly run: BoardRun }): JSX.Element {
  const { machine, package_version: version, commit, date, seed, recipe } = result;
  return (
    <>
      <Terms
        terms={[
          ['File', `leaderboard/results/${file}`],
          ['Made', date],
          ['Seed', `${seed}`],
          ['Package', `@fashion-mnist/benchmark ${version}`],
          ['Commit', commit ?? 'no unchanged checkout'],
          ['Machine', `${machine.cpu}, ${machine.cores} cores, ${formatBytes(machine.memory_bytes)}`],
          ['Threads', `${machine.threads}`],
          ['Node', machine.node],
          ['Counts as reached', `not more than ${result.tolerance} below the claim`],
        ]}
      />
      {result.figures.map((figure) => (
        <FigureDetails key={figure.dataset.name} figure={figure} />
      ))}
      <details class="bench-recipe">
        <summary>The recipe, with every option</summary>
        <pre>{JSON.stringify(recipe, null, 2)}</pre>
      </details>
    </>
  );
}

function FigureDetails({ figure }: { readonly figure: RunFigure }): JSX.Element {
  const { dataset, accuracy, correct, count, interval, claimed, training } = figure;
  const [low, high] = interval;
  return (
    <div class="bench-run">
      <h3>{dataset.name}</h3>
      <Terms
        terms={[
          ['Accuracy', `${formatAccuracy(accuracy)}, 95 % interval ${low.toFixed(4)} to ${high.toFixed(4)}`],
          ['Right', `${formatCount(correct)} of ${formatCount(count)}`],
          ...(claimed === null ? [] : ([['Less the claim', formatDifference(accuracy - claimed)]] as const)),
          ['Learning took', formatSeconds(figure.fit_seconds)],
          ['Predicting took', formatSeconds(figure.predict_seconds)],
          ...(training === undefined
            ? []
            : ([
                ['Epochs', `${training.epochs}`],
                ['Parameters', formatCount(training.parameters)],
                ['Computed by', training.backend],
                ['SHA-256 of the network', training.weights_sha256],
              ] as const)),
          ['SHA-256 of the predictions', figure.predictions_sha256],
        ]}
      />
      <ul class="bench-classes" aria-label="Accuracy by class">
        {figure.per_class.map(({ class: name, accuracy: share }) => (
          <li key={name}>
            <span>{name}</span> {share.toFixed(3)}
          </li>
        ))}
      </ul>
    </div>
  );
}
