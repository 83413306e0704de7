/** Notices that a value has stopped to rise. */
export class Plateau {
  readonly #margin: number | undefined;
  readonly #patience: number;
  #best = -Infinity;
  #idle = 0;

  /**
   * @param margin - A rise above the best by less does not count; without one nothing is ever noticed.
   * @param patience - Values in a row that do not rise.
   */
  constructor(margin: number | undefined, patience: number) {
    this.#margin = margin;
    this.#patience = patience;
  }

  /** Whether the value has stopped to rise; then waiting begins anew. */
  isReached(value: number): boolean {
    this.#idle = this.#margin !== undefined && value < this.#best + this.#margin ? this.#idle + 1 : 0;
    this.#best = Math.max(this.#best, value);
    if (this.#idle < this.#patience) return false;
    this.#idle = 0;
    return true;
  }
}
