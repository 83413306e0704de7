import type { Provenance } from './data-api.ts';

/** How a map was made: engine and time in one line, the options in the next. */
export function provenanceText({ engine, seconds, options }: Provenance): string {
  const settings = Object.entries(options).map(([name, value]) =>
    keepTogether(`${name} ${settingText(value)}`),
  );
  return `Made by ${keepTogether(engine)} in ${keepTogether(durationText(seconds))}\n${settings.join(' · ')}`.trim();
}

function keepTogether(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

function durationText(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function settingText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
