const WITH_COMMAS = new Intl.NumberFormat('en');

export function formatCount(count: number): string {
  return WITH_COMMAS.format(count);
}

/** `10,000 test images`, or `7,000 of 10,000 images` when some are hidden. */
export function countText(visible: number, total: number, split: string): string {
  if (visible === total) return `${formatCount(total)} ${split} images`;
  return `${formatCount(visible)} of ${formatCount(total)} images`;
}
