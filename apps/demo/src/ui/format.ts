const counts = new Intl.NumberFormat('en');

/** `70,000` */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** `92.9 %` */
export function formatShare(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/** `0.42 s`, `12 s`, `3 min 5 s` */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(seconds < 1 ? 2 : 1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
