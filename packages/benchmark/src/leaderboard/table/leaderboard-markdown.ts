import type { Claim } from '../claim.ts';
import { describeStatus, explainStatus } from './describe-status.ts';
import { formatAccuracy } from './format-accuracy.ts';
import type { Leaderboard, OwnRow, SubmittedRow } from './leaderboard.ts';
import { linkAddress } from './link-address.ts';

/** Where `leaderboardMarkdown` links to. */
export interface LeaderboardMarkdownOptions {
  /** Where the files of results are, with a slash at the end. @default 'results/' */
  readonly resultsUrl?: string | undefined;
}

/** The leaderboard as tables in Markdown: claims beside what was verified, what is our own, and what was handed in. */
export function leaderboardMarkdown(
  { claims, own, submissions }: Leaderboard,
  { resultsUrl = 'results/' }: LeaderboardMarkdownOptions = {},
): string {
  const notes = claims.filter((claim) => explainStatus(claim) !== '');
  return [
    countLine(claims),
    table(
      ['classifier', 'preprocessing', 'Fashion', 'ours', 'MNIST', 'ours', 'submitter', 'status'],
      claims.map((claim) => claimCells(claim, resultsUrl)),
    ),
    ...(own.length === 0 ? [] : [ownTable(own, resultsUrl)]),
    ...(submissions.length === 0 ? [] : [submissionTable(submissions, resultsUrl)]),
    ['Of rows that are not verified:', '', ...notes.map(noteLine)].join('\n'),
  ].join('\n\n');
}

function countLine(claims: readonly Claim[]): string {
  const statuses = [...new Set(claims.map(({ status }) => status))].toSorted();
  const parts = statuses.map((wanted) => {
    const count = claims.filter(({ status }) => status === wanted).length;
    return `${count} ${wanted.replace('-', ' ')}`;
  });
  return `${claims.length} rows: ${parts.join(', ')}. Best claim first.`;
}

function claimCells(claim: Claim, resultsUrl: string): readonly string[] {
  const isVerified = claim.status === 'verified';
  return [
    linked(claim.classifier, claim.links),
    claim.preprocessing === 'None' ? '' : escapeText(claim.preprocessing),
    shown(claim.fashion),
    isVerified ? shown(claim.verified_fashion) : '',
    shown(claim.mnist),
    isVerified ? shown(claim.verified_mnist) : '',
    escapeText(claim.submitter),
    isVerified ? resultLinks(claim, resultsUrl) : describeStatus(claim),
  ];
}

function resultLinks(claim: Claim & { readonly status: 'verified' }, resultsUrl: string): string {
  const [first, ...others] = claim.results.map((file) => `${resultsUrl}${file}`);
  return [
    `[${describeStatus(claim)}](${first})`,
    ...others.map((link, index) => `[${index + 2}](${link})`),
  ].join(' ');
}

function ownTable(own: readonly OwnRow[], resultsUrl: string): string {
  const rows = own.map(({ classifier, preprocessing, minutes, run }) => [
    escapeText(classifier),
    escapeText(preprocessing),
    shown(run?.result.figures[0]?.accuracy ?? null),
    run === null
      ? describeStatus({ status: 'runnable', minutes, note: null })
      : `[run](${resultsUrl}${run.file})`,
  ]);
  return table(['our own', 'preprocessing', 'Fashion', 'status'], rows);
}

function submissionTable(submissions: readonly SubmittedRow[], resultsUrl: string): string {
  const rows = submissions.map((row) => {
    const [{ dataset, accuracy }] = row.figures;
    return [
      linked(row.classifier, row.links),
      escapeText(row.preprocessing),
      dataset.name,
      shown(accuracy),
      escapeText(row.submitter),
      `[predictions checked](${resultsUrl}${row.file})`,
    ];
  });
  return table(['handed in', 'preprocessing', 'dataset', 'accuracy', 'submitter', 'status'], rows);
}

function noteLine(claim: Claim): string {
  return `- ${escapeText(claim.classifier)} (${escapeText(claim.submitter)}): ${escapeText(explainStatus(claim))}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A name with its first link, and the others behind it. */
function linked(name: string, links: readonly string[]): string {
  const [first, ...others] = links.map(linkAddress);
  if (first === undefined) return escapeText(name);
  return [`[${escapeText(name)}](${first})`, ...others.map((link, index) => `[${index + 2}](${link})`)].join(
    ' ',
  );
}

function shown(accuracy: number | null): string {
  return accuracy === null ? '' : formatAccuracy(accuracy);
}

/** A text that somebody handed in as nothing but a text: no cell, link or element of its own. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[\\|[\]`]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll(/\s+/g, ' ');
}
