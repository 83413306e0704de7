/** The nearest of many candidates, nearest first; equal distances in the order of the indices. */
export class NearestList {
  readonly indices: Int32Array;
  readonly #distances: Float64Array;

  constructor(length: number) {
    this.indices = new Int32Array(length);
    this.#distances = new Float64Array(length);
    this.clear();
  }

  /** The distance that a candidate must not exceed to enter; infinite until the list is full. */
  get limit(): number {
    return this.#distances[this.#distances.length - 1] as number;
  }

  clear(): void {
    this.indices.fill(-1);
    this.#distances.fill(Infinity);
  }

  offer(distance: number, index: number): void {
    let place = this.indices.length;
    while (place > 0 && this.#isBefore(distance, index, place - 1)) {
      if (place < this.indices.length) this.#move(place - 1, place);
      place--;
    }
    if (place === this.indices.length) return;
    this.indices[place] = index;
    this.#distances[place] = distance;
  }

  #move(from: number, to: number): void {
    this.indices[to] = this.indices[from] as number;
    this.#distances[to] = this.#distances[from] as number;
  }

  #isBefore(distance: number, index: number, place: number): boolean {
    const other = this.#distances[place] as number;
    return distance < other || (distance === other && index < (this.indices[place] as number));
  }
}
