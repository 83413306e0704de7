/** Pixels that may be in memory at a time. Whoever wants more than are left waits, in turn, until others are done. */
export class PixelBudget {
  readonly #most: number;
  #left: number;
  readonly #waiting: Waiting[] = [];

  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  /**
   * Does work that takes pixels, once, and gives them back when it ends. More than there ever are count as all.
   *
   * @param work - Gets what waits until there are as many pixels as it is told.
   */
  async lend<Result>(work: (take: (count: number) => Promise<void>) => Promise<Result>): Promise<Result> {
    let taken = 0;
    try {
      return await work(async (count) => {
        const wanted = Math.min(count, this.#most);
        await new Promise<void>((begin) => {
          this.#waiting.push({ wanted, begin });
          this.#serve();
        });
        taken = wanted;
      });
    } finally {
      this.#left += taken;
      this.#serve();
    }
  }

  #serve(): void {
    for (
      let [next] = this.#waiting;
      next !== undefined && next.wanted <= this.#left;
      [next] = this.#waiting
    ) {
      this.#waiting.shift();
      this.#left -= next.wanted;
      next.begin();
    }
  }
}

interface Waiting {
  readonly wanted: number;
  readonly begin: () => void;
}
