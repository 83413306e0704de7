import {
  type Claim,
  describeStatus,
  formatAccuracy,
  type Leaderboard,
  type OwnRow,
} from '@fashion-mnist/benchmark';

const COLUMNS = ['row', 'Fashion', 'ours', 'MNIST', 'ours', 'status'] as const;

/** The leaderboard as lines of a terminal: ids, claims beside what is verified, and what is known of the others. */
export function leaderboardTable({ claims, own, submissions }: Leaderboard): readonly string[] {
  return [
    ...aligned([COLUMNS, ...claims.map(claimCells)]),
    '',
    'our own:',
    ...aligned(own.map(ownCells)),
    ...(submissions.length === 0 ? [] : ['', 'handed in since, predictions checked:']),
    ...aligned(
      submissions.map(({ row, figures: [{ dataset, accuracy }], submitter }) => [
        row,
        formatAccuracy(accuracy),
        dataset.name,
        submitter,
      ]),
    ),
  ];
}

function claimCells(claim: Claim): readonly string[] {
  const isVerified = claim.status === 'verified';
  return [
    claim.id,
    shown(claim.fashion),
    isVerified ? shown(claim.verified_fashion) : '',
    shown(claim.mnist),
    isVerified ? shown(claim.verified_mnist) : '',
    describeStatus(claim),
  ];
}

function ownCells({ id, minutes, run }: OwnRow): readonly string[] {
  const accuracy = run?.result.figures[0]?.accuracy ?? null;
  const status = run === null ? describeStatus({ status: 'runnable', minutes, note: null }) : 'run';
  return [id, shown(accuracy), status];
}

function shown(accuracy: number | null): string {
  return accuracy === null ? '' : formatAccuracy(accuracy);
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
