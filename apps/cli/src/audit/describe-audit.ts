import { countOf, formatCount } from '../terminal/format.ts';
import type {
  AuditReport,
  Comparison,
  DoubtfulLabelsReport,
  DuplicateGroup,
  NearDuplicates,
} from './audit-report.ts';
import type { ImagePlace } from './audited-images.ts';

/**
 * What an audit has found, for people.
 *
 * @param most - Findings of each kind that are listed at most.
 */
export function describeAudit(title: string, report: AuditReport, most: number): readonly string[] {
  const { counts, duplicates, nearDuplicates, doubtfulLabels, comparison } = report;
  const splits = Object.entries(counts).map(([split, count]) => `${formatCount(count)} ${split}`);
  return [
    `${title}: ${splits.join(' and ')} images`,
    '',
    ...describeDuplicates(duplicates, most),
    '',
    ...describeNearDuplicates(nearDuplicates, most),
    ...(Object.keys(counts).length > 1 ? ['', ...describeLeakage(report)] : []),
    ...(doubtfulLabels === null ? [] : ['', ...describeDoubts(doubtfulLabels, total(counts), most)]),
    ...(comparison === null ? [] : ['', ...describeComparison(comparison)]),
  ];
}

function describeDuplicates(groups: readonly DuplicateGroup[], most: number): readonly string[] {
  const lines = groups.map(({ images }) => images.map(nameOf).join(' = '));
  return [`${countOf(groups.length, 'group')} of identical images`, ...listed(lines, most)];
}

function describeNearDuplicates(near: NearDuplicates, most: number): readonly string[] {
  const { pairs, levels, neighborCount, crowdedCount } = near;
  const others = pairs.filter(({ sameLabel }) => !sameLabel).length;
  const lines = pairs.map(
    (pair) => `${pair.images.map(nameOf).join(' ~ ')}, ${pair.levels.toFixed(1)} levels`,
  );
  return [
    `${countOf(pairs.length, 'pair')} of near duplicates, ${formatCount(others)} of them under different labels`,
    `  their pixels differ by at most ${levels} of 255 grey levels, root mean square`,
    ...(crowdedCount === 0
      ? []
      : [`  at least: ${formatCount(crowdedCount)} images have ${neighborCount} or more that are as near`]),
    ...listed(lines, most),
  ];
}

function describeLeakage({ leakage, counts }: AuditReport): readonly string[] {
  const { identicalCount, nearCount } = leakage;
  return [
    `leakage: ${formatCount(identicalCount)} of ${formatCount(counts['test'] ?? 0)} test images ${identicalCount === 1 ? 'is' : 'are'} among the training images byte for byte, ${formatCount(nearCount)} at least nearly`,
  ];
}

function describeDoubts(doubts: DoubtfulLabelsReport, count: number, most: number): readonly string[] {
  const { suspects, model, folds, accuracy, wrongShare } = doubts;
  const lines = suspects.map(
    (suspect) => `${nameOf(suspect)}, rather ${suspect.suggestedClass}, doubt ${suspect.doubt.toFixed(3)}`,
  );
  return [
    `${formatCount(suspects.length)} of ${formatCount(count)} labels are doubtful: look before you believe`,
    `  ${model}, ${folds} folds, accuracy ${accuracy.toFixed(4)} on what it has not learned from`,
    `  taken at its word, ${(100 * wrongShare).toFixed(1)} % of the labels would be wrong`,
    ...listed(lines, most),
  ];
}

function describeComparison({ file, count, foundCount, images }: Comparison): readonly string[] {
  return [
    `${formatCount(foundCount)} of ${formatCount(count)} images of ${file} are among them`,
    ...images.map(
      (image) => `  ${nameOf(image)}: ${image.rank === null ? 'no' : `place ${formatCount(image.rank)}`}`,
    ),
  ];
}

function listed(lines: readonly string[], most: number): readonly string[] {
  const left = lines.length - most;
  const shown = lines.slice(0, most).map((line) => `  ${line}`);
  return left > 0 ? [...shown, `  … ${formatCount(left)} more: --list, --json or --out has them`] : shown;
}

function nameOf({ split, index, className }: ImagePlace): string {
  return `${split} ${index} ${className}`;
}

function total(counts: AuditReport['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
