import type { AuditReport } from './audit-report.ts';
import type { ImagePlace } from './audited-images.ts';

const COLUMNS = [
  'finding',
  'split',
  'index',
  'label',
  'class',
  'other_split',
  'other_index',
  'other_label',
  'other_class',
  'levels',
  'suggestion',
  'suggested_class',
  'doubt',
] as const;

type Row = Partial<Readonly<Record<(typeof COLUMNS)[number], string | number>>>;

/** All findings as one table, a line each; identical images beside the first of their group. */
export function auditTable({ duplicates, nearDuplicates, doubtfulLabels }: AuditReport): string {
  const rows: readonly Row[] = [
    ...duplicates.flatMap(({ images: [first, ...others] }) =>
      first === undefined
        ? []
        : others.map((other) => ({ finding: 'duplicate', ...one(first), ...another(other), levels: 0 })),
    ),
    ...nearDuplicates.pairs.map(({ images: [first, second], levels }) => ({
      finding: 'near-duplicate',
      ...one(first),
      ...another(second),
      levels,
    })),
    ...(doubtfulLabels?.suspects ?? []).map((suspect) => ({
      finding: 'doubtful-label',
      ...one(suspect),
      suggestion: suspect.suggestion,
      suggested_class: suspect.suggestedClass,
      doubt: suspect.doubt,
    })),
  ];
  const lines = rows.map((row) => COLUMNS.map((column) => field(row[column])).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\n');
}

function one({ split, index, label, className }: ImagePlace) {
  return { split, index, label, class: className };
}

function another({ split, index, label, className }: ImagePlace) {
  return { other_split: split, other_index: index, other_label: label, other_class: className };
}

/** @see RFC 4180 */
function field(value: string | number | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
