interface BgzipLabels {
  readonly file: Uint8Array;
  /** The `.gzi` index. */
  readonly index: Uint8Array;
  readonly count: number;
  readonly labelAt: (index: number) => number;
}

/** Bytes of a file that another program wrote. */
function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/**
 * What `bgzip --index labels` (htslib 1.16) makes of an IDX file of 70,000 uint8 labels, of which the i-th is 7 i mod 10.
 * Three blocks: 65,280 bytes, 4,728 bytes and the empty one at the end.
 */
export const BGZIP_LABELS: BgzipLabels = {
  file: fromBase64(
    'H4sIBAAAAAAA/wYAQkMCALcA7cY3AQAgDACwls2JU/xfCCG5ErEy8tyYLVcve1QzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMz' +
      'MzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMz' +
      'MzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzMzM7M/9wDfWi6hAP8AAB+LCAQAAAAAAP8GAEJDAgA9AO3GNwEAMAgAsA468G8Y' +
      'E5zJlZj/rLx7vDAzMzMzMzMzM2tbAZVvuIJ4EgAAH4sIBAAAAAAA/wYAQkMCABsAAwAAAAAAAAAAAA==',
  ),
  index: fromBase64('AQAAAAAAAAC4AAAAAAAAAAD/AAAAAAAA'),
  count: 70_000,
  labelAt: (index) => (7 * index) % 10,
};
