/**
 * Which random numbers an image gets. They follow from these and its own index alone, so that the same image gets the
 * same numbers in any batch, on any thread and on any platform.
 */
export interface RandomOptions {
  /** A whole number, `0..2^53-1`. @default 0 */
  readonly seed?: number | undefined;
  /** Number of the pass through the dataset, so that each gives other pictures; `0..2^32-1`. @default 0 */
  readonly epoch?: number | undefined;
  /** Tells operations with the same seed apart; a pipeline gives each its place. `0..2^32-1`. @default 0 */
  readonly stream?: number | undefined;
  /** Index of the first image in its dataset; the others follow, up to `2^32-1`. `0..2^32-1`. @default 0 */
  readonly firstIndex?: number | undefined;
  /**
   * Index of every image in its dataset, where they do not follow each other: as many as there are images, each
   * `0..2^32-1`; goes before `firstIndex`.
   */
  readonly indices?: ArrayLike<number> | undefined;
}
