/** How well a map shows its images, each figure in `0..1`, 1 the best. */
export interface MapQuality {
  readonly trustworthiness: number;
  readonly continuity: number;
  readonly neighborRecall: number;
  /** Of how many neighbours. */
  readonly neighborCount: number;
  /** On how many images these were measured. */
  readonly queryCount: number;
  /** Accuracy of nearest-neighbour classification on the map, of all its images. */
  readonly labelAccuracy: number;
  /** Of how many neighbours. */
  readonly voterCount: number;
}
