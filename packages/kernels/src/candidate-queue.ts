/** References in the order of their bounds. One number holds both, so that the platform's own sort orders them. */
export class CandidateQueue {
  readonly #keys: Float64Array;
  readonly #slots: number;
  readonly #scale: number;
  #count = 0;

  /** @param greatestBound - Bounds are kept to a 2^30th of it, rounded down. */
  constructor(referenceCount: number, greatestBound: number) {
    this.#keys = new Float64Array(referenceCount);
    this.#slots = 2 ** Math.ceil(Math.log2(referenceCount + 1));
    this.#scale = greatestBound > 0 ? 2 ** 30 / greatestBound : 1;
  }

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  push(reference: number, bound: number): void {
    this.#keys[this.#count++] = Math.floor(bound * this.#scale) * this.#slots + reference;
  }

  sort(): void {
    this.#keys.subarray(0, this.#count).sort();
  }

  /** The reference at a place, nearest bound first after `sort`. */
  referenceOf(place: number): number {
    return this.#keys[place]! % this.#slots;
  }

  /** Its bound, rounded down. */
  boundOf(place: number): number {
    return Math.floor(this.#keys[place]! / this.#slots) / this.#scale;
  }
}
