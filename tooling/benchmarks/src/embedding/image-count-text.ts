/** `70,000 images`. */
export function imageCountText(imageCount: number): string {
  return `${imageCount.toLocaleString('en-US')} images`;
}
