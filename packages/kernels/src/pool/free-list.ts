const ALIGNMENT = 64;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which bytes of a memory are free: first fit, neighbours joined again. */
export class FreeList {
  #free: Span[];
  #end: number;
  readonly #used = new Map<number, number>();

  /** @param start - The first byte that may be given away. */
  constructor(start: number) {
    this.#free = [];
    this.#end = align(start);
  }

  /** Bytes given away and not back yet. */
  get usedBytes(): number {
    let sum = 0;
    for (const length of this.#used.values()) sum += length;
    return sum;
  }

  /** Where the memory must at least end. */
  get end(): number {
    return this.#end;
  }

  /** A pointer to free bytes, behind all others if need be. */
  take(byteLength: number): number {
    const length = align(Math.max(byteLength, 1));
    const index = this.#free.findIndex(({ start, end }) => end - start >= length);
    const start = index === -1 ? this.#append(length) : this.#shorten(index, length);
    this.#used.set(start, length);
    return start;
  }

  giveBack(pointer: number): void {
    const length = this.#used.get(pointer);
    if (length === undefined) throw new RangeError(`no bytes are in use at ${pointer}`);
    this.#used.delete(pointer);
    const spans = [...this.#free, { start: pointer, end: pointer + length }];
    this.#free = joined(spans.toSorted((a, b) => a.start - b.start));
    if (this.#free.at(-1)?.end === this.#end) this.#end = this.#free.pop()!.start;
  }

  #append(length: number): number {
    const start = this.#end;
    this.#end += length;
    return start;
  }

  #shorten(index: number, length: number): number {
    const { start, end } = this.#free[index]!;
    const rest = start + length < end ? [{ start: start + length, end }] : [];
    this.#free.splice(index, 1, ...rest);
    return start;
  }
}

function align(byteLength: number): number {
  return Math.ceil(byteLength / ALIGNMENT) * ALIGNMENT;
}

function joined(sorted: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const span of sorted) {
    const last = spans.at(-1);
    if (last?.end === span.start) spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
  }
  return spans;
}
