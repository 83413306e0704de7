import type { ViewerStats } from './viewer.ts';

const REMEMBERED_FRAMES = 30;
/** Two frames further apart than this are not one movement. */
const PAUSE_MS = 500;

/** Draws at most once per frame of the screen, and never unasked. */
export class FrameLoop {
  readonly #draw: (nowMs: number) => boolean;
  #request: number | undefined;
  #intervals: number[] = [];
  #lastMs = Number.NEGATIVE_INFINITY;
  #frameMs = 0;

  /** @param draw - Returns whether another frame must follow. */
  constructor(draw: (nowMs: number) => boolean) {
    this.#draw = draw;
  }

  get timing(): Pick<ViewerStats, 'framesPerSecond' | 'frameMs'> {
    const total = this.#intervals.reduce((sum, interval) => sum + interval, 0);
    const framesPerSecond = total === 0 ? 0 : (1000 * this.#intervals.length) / total;
    return { framesPerSecond, frameMs: this.#frameMs };
  }

  request(): void {
    this.#request ??= requestAnimationFrame(() => this.#run());
  }

  stop(): void {
    if (this.#request !== undefined) cancelAnimationFrame(this.#request);
    this.#request = undefined;
  }

  #run(): void {
    const startMs = performance.now();
    this.#request = undefined;
    const interval = startMs - this.#lastMs;
    if (interval < PAUSE_MS) this.#intervals = [...this.#intervals, interval].slice(-REMEMBERED_FRAMES);
    this.#lastMs = startMs;
    if (this.#draw(startMs)) this.request();
    this.#frameMs = performance.now() - startMs;
  }
}
