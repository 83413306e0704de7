const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Numbers as bars of eight heights, from the least to the greatest; what is unknown as a line. */
export function sparkline(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined);
  const least = Math.min(...known);
  const range = Math.max(...known) - least;
  return values
    .map((value) => {
      if (value === undefined) return '─';
      const height = range > 0 ? Math.round(((value - least) / range) * (BARS.length - 1)) : 0;
      return BARS[height] ?? '';
    })
    .join('');
}
