/**
 * The nearest candidates seen so far, nearest first. Equal distances are ordered by index, so that the result does
 * not depend on the order of insertion.
 */
export class NeighborList {
  readonly indices: Int32Array;
  readonly squaredDistances: Float64Array;
  readonly #capacity: number;
  #count = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.indices = new Int32Array(capacity);
    this.squaredDistances = new Float64Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** A candidate farther than this does not enter. */
  get limit(): number {
    return this.#count < this.#capacity ? Infinity : this.squaredDistances[this.#capacity - 1]!;
  }

  clear(): void {
    this.#count = 0;
  }

  insert(index: number, squaredDistance: number): void {
    const isFull = this.#count === this.#capacity;
    if (isFull && !this.#precedes(index, squaredDistance, this.#capacity - 1)) return;
    let place = isFull ? this.#capacity - 1 : this.#count++;
    for (; place > 0 && this.#precedes(index, squaredDistance, place - 1); place--) {
      this.indices[place] = this.indices[place - 1]!;
      this.squaredDistances[place] = this.squaredDistances[place - 1]!;
    }
    this.indices[place] = index;
    this.squaredDistances[place] = squaredDistance;
  }

  #precedes(index: number, squaredDistance: number, place: number): boolean {
    const other = this.squaredDistances[place]!;
    return squaredDistance < other || (squaredDistance === other && index < this.indices[place]!);
  }
}
