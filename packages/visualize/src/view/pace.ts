const SLOW_MS = 45;
const FAST_MS = 20;
/** Frames after which a judgement is made. */
const WINDOW = 4;
const MAX_STEP = 8;
/** From this step on, everything is drawn at half of the screen's resolution. */
const ROUGH_STEP = 4;
const ROUGH_RESOLUTION = 0.5;
/** Two frames further apart than this are not one movement. */
const PAUSE_MS = 400;

/** How much of a frame is drawn. */
export interface Detail {
  /** 1: everything is drawn, 2: every second dot, ... */
  readonly step: number;
  /** The share of the screen's pixels, in each direction, that is worth drawing. */
  readonly resolution: number;
}

/** How much is left out while something moves, so that slow devices follow the hand. */
export class Pace implements Detail {
  #step = 1;
  #lastMs = Number.NEGATIVE_INFINITY;
  #intervals: number[] = [];

  get step(): number {
    return this.#step;
  }

  get resolution(): number {
    return this.#step >= ROUGH_STEP ? ROUGH_RESOLUTION : 1;
  }

  /** Takes note of a frame during a movement. */
  record(nowMs: number): void {
    const interval = nowMs - this.#lastMs;
    this.#lastMs = nowMs;
    if (interval > PAUSE_MS) {
      this.#intervals = [];
      return;
    }
    this.#intervals.push(interval);
    if (this.#intervals.length < WINDOW) return;
    const mean = this.#intervals.reduce((sum, value) => sum + value, 0) / WINDOW;
    if (mean > SLOW_MS) this.#step = Math.min(this.#step * 2, MAX_STEP);
    else if (mean < FAST_MS) this.#step = Math.max(this.#step / 2, 1);
    this.#intervals = [];
  }
}
