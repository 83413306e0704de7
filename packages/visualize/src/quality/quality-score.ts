/** A figure of a map's quality. */
export interface QualityScore {
  readonly value: number;
  /** How many points it was measured on. */
  readonly queryCount: number;
}
