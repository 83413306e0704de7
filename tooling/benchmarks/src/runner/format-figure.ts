import type { Target, Unit } from './benchmark.ts';

const LONG_MS = 10_000;
const MS_PER_SECOND = 1000;

/** A figure with its unit; 10,000 ms and more in seconds, pure numbers with four decimals. */
export function formatFigure(figure: number, unit: Unit): string {
  if (unit === '') return pureNumber(figure);
  if (unit === 'ms' && figure >= LONG_MS) return `${threeDigits(figure / MS_PER_SECOND)} s`;
  return `${threeDigits(figure)} ${unit}`;
}

/** A quotient of two figures, which has no unit; a dash where the divisor was 0. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return '-';
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2);
}

/** What a target is held against: a contender, a quotient, or a difference. */
export function formatSubject({ of, to, minus }: Target): string {
  if (to !== undefined) return `${of} / ${to}`;
  return minus === undefined ? of : `${of} - ${minus}`;
}

/** A figure that a target asks for or has reached: a quotient, or in the unit of the comparison. */
export function formatTargetFigure(figure: number, { to }: Target, unit: Unit): string {
  return to === undefined ? formatFigure(figure, unit) : formatRatio(figure);
}

function pureNumber(figure: number): string {
  if (Number.isInteger(figure)) return String(figure);
  return figure.toFixed(4).replace(/^-(?=[0.]*$)/, '');
}

function threeDigits(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3);
}
