/** When the gradient is small enough. */
export interface Stopping {
  /** The size of a gradient. */
  norm(gradient: Float64Array): number;
  /** The greatest size to stop at, by the size at the start. */
  bound(firstNorm: number): number;
}
