import {
  DATASET_TITLES,
  formatBytes,
  formatSeconds,
  type ReportDataset,
  type ReportRow,
  type ResultRow,
  reproduceCommand,
} from '@fashion-mnist/benchmark/report';
import type { JSX } from 'preact';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Terms } from '../terms.tsx';

interface RowDetailsProps {
  readonly row: ReportRow;
  readonly dataset: ReportDataset;
  /** The runs behind its figure, in the order of the repeats. */
  readonly runs: readonly ResultRow[];
  /** Whether the details of another dataset stand beside. */
  readonly isNamed: boolean;
}

/** Where a figure comes from, and how to get it again. */
export function RowDetails({ row, dataset, runs, isNamed }: RowDetailsProps): JSX.Element {
  const command = reproduceCommand(row, dataset);
  const what = `${row.name} ${row.parameterText} on ${DATASET_TITLES[dataset]}`;
  return (
    <section class="bench-detail" aria-label={what}>
      {isNamed && <h3>{DATASET_TITLES[dataset]}</h3>}
      <Terms
        terms={[
          ...Object.entries(row.parameter).map(([name, value]) => [name, JSON.stringify(value)] as const),
          ...provenanceOf(runs),
        ]}
      />
      {runs.some(({ score }) => score.length > 0) && <RunTable label={`Runs of ${what}`} runs={runs} />}
      <p class="bench-command">
        <code>{command}</code>
        <CopyButton
          text={command}
          title="Copy the command that reproduces this row"
          done={`Copied. It runs ${what} again.`}
        />
      </p>
    </section>
  );
}

interface RunTableProps {
  readonly label: string;
  readonly runs: readonly ResultRow[];
}

function RunTable({ label, runs }: RunTableProps): JSX.Element {
  return (
    <section class="bench-runs" aria-label={label} tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Repeat</th>
            <th scope="col" class="number">
              Accuracy
            </th>
            <th scope="col" class="number">
              Fit
            </th>
            <th scope="col" class="number">
              Predict
            </th>
            <th scope="col" class="number">
              CPU
            </th>
            <th scope="col" class="number">
              Memory
            </th>
            <th scope="col">Seed</th>
            <th scope="col">SHA-256 of the predictions</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ job, mean_accuracy: accuracy, provenance }) => (
            <tr key={job?.id}>
              <th scope="row">{(job?.repeat ?? 0) + 1}</th>
              <td class="number">{accuracy?.toFixed(4) ?? '–'}</td>
              <td class="number">{formatSeconds(provenance?.fit_seconds ?? null)}</td>
              <td class="number">{formatSeconds(provenance?.predict_seconds ?? null)}</td>
              <td class="number">{formatSeconds(provenance?.cpu_seconds ?? null)}</td>
              <td class="number">{formatBytes(provenance?.peak_bytes ?? null)}</td>
              <td>{job?.seed}</td>
              <td>
                <code>{provenance?.predictions_sha256}</code>
                {provenance?.same_fit_as != null && <small> shares the fit of another row</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Of the latest run: the machine and the sources of one row are the same. */
function provenanceOf(runs: readonly ResultRow[]): readonly (readonly [string, string])[] {
  const latest = runs.at(-1);
  if (latest === undefined) return [['Result', 'none yet']];
  const { job, provenance, done_time: doneTime } = latest;
  const made = new Date(1000 * doneTime).toISOString().slice(0, 16).replace('T', ' ');
  return [
    ...(latest.reason === null ? [] : [['Why there is no figure', latest.reason] as const]),
    ['Made', `${made} UTC`],
    ...(job === null
      ? []
      : ([
          ['Package', `@fashion-mnist/benchmark ${job.packageVersion}`],
          ['Data', `${job.dataset.name}, SHA-256 ${job.dataset.sha256.slice(0, 16)}…`],
        ] as const)),
    ...(provenance === null
      ? []
      : ([
          [
            'Machine',
            `${provenance.cpu}, ${provenance.cores} cores, ${formatBytes(provenance.memory_bytes)}`,
          ],
          ['Threads', `${provenance.threads}`],
          ['Node', provenance.node],
          ['Commit', provenance.commit ?? 'no unchanged checkout'],
        ] as const)),
  ];
}
