const ALIGNMENT = 64;

/** No memory is larger, and the bins reach no further. */
const ADDRESSED_BYTES = 2 ** 32;

/** Bins for each power of two: a block is at most a 32nd larger than what was asked for. */
const BINS_PER_OCTAVE = 32;
const BITS_PER_OCTAVE = 5;

/** A stretch of memory, with its neighbours; free ones are chained in the bin of their size. */
interface Block {
  start: number;
  length: number;
  /** How much of the length is in use. */
  used: number;
  isFree: boolean;
  left: Block | undefined;
  right: Block | undefined;
  previous: Block | undefined;
  next: Block | undefined;
}

/**
 * Which bytes of a memory are free. A segregated fit with two levels of bins: giving and taking back cost the same
 * however many blocks there are, and free neighbours are joined at once.
 *
 * @see Masmano, Ripoll, Crespo, Real: TLSF, a new dynamic memory allocator for real-time systems, 2004.
 */
export class FreeList {
  readonly #start: number;
  readonly #bins: (Block | undefined)[] = [];
  /** A bit for each bin that holds a block, 32 bins a word. */
  readonly #heldBins: number[] = [];
  /** A bit for each word of `#heldBins` that is not 0. */
  #heldWords = 0;
  readonly #used = new Map<number, Block>();
  #usedBytes = 0;
  #last: Block | undefined;

  /** @param start - The first byte that may be given away. */
  constructor(start: number) {
    this.#start = Math.ceil(start / ALIGNMENT) * ALIGNMENT;
  }

  /** Bytes given away and not back yet, each time up to a multiple of 64. */
  get usedBytes(): number {
    return this.#usedBytes;
  }

  /** Where the memory must at least end. */
  get end(): number {
    return this.#last === undefined ? this.#start : endOf(this.#last);
  }

  /** A pointer to free bytes, behind all others if need be. */
  take(byteLength: number): number {
    const length = roundedLength(byteLength);
    const block = (length <= ADDRESSED_BYTES ? this.#takeFree(length) : undefined) ?? this.#append(length);
    block.used = alignedLength(byteLength);
    this.#used.set(block.start, block);
    this.#usedBytes += block.used;
    return block.start;
  }

  giveBack(pointer: number): void {
    const block = this.#used.get(pointer);
    if (block === undefined) throw new RangeError(`no bytes are in use at ${pointer}`);
    this.#used.delete(pointer);
    this.#usedBytes -= block.used;
    if (block.left?.isFree === true) this.#swallow(block, block.left);
    if (block.right?.isFree === true) this.#swallow(block, block.right);
    if (block === this.#last) this.#drop(block);
    else this.#chain(block);
  }

  #append(length: number): Block {
    const block = newBlock(this.end, length, this.#last, undefined);
    if (this.#last !== undefined) this.#last.right = block;
    this.#last = block;
    return block;
  }

  /** Makes the list end before a block. */
  #drop(block: Block): void {
    this.#last = block.left;
    if (this.#last !== undefined) this.#last.right = undefined;
  }

  /** Every block of the bin for a length, and of those above, is long enough. */
  #takeFree(length: number): Block | undefined {
    const bin = this.#firstHeldBin(binOf(length));
    const block = bin === undefined ? undefined : this.#bins[bin];
    if (block === undefined) return undefined;
    this.#unchain(block);
    if (block.length > length) this.#split(block, length);
    return block;
  }

  #split(block: Block, length: number): void {
    const rest = newBlock(block.start + length, block.length - length, block, block.right);
    if (block.right !== undefined) block.right.left = rest;
    block.right = rest;
    block.length = length;
    this.#chain(rest);
  }

  /** Joins a free neighbour to a block. */
  #swallow(block: Block, neighbor: Block): void {
    this.#unchain(neighbor);
    block.length += neighbor.length;
    if (neighbor === block.left) {
      block.start = neighbor.start;
      block.left = neighbor.left;
      if (block.left !== undefined) block.left.right = block;
    } else {
      block.right = neighbor.right;
      if (block.right !== undefined) block.right.left = block;
    }
  }

  #chain(block: Block): void {
    const bin = binOf(block.length);
    const next = this.#bins[bin];
    block.isFree = true;
    block.next = next;
    if (next !== undefined) next.previous = block;
    this.#bins[bin] = block;
    this.#heldBins[bin >> 5] = this.#heldIn(bin >> 5) | (1 << (bin & 31));
    this.#heldWords |= 1 << (bin >> 5);
  }

  #unchain(block: Block): void {
    const { previous, next } = block;
    block.isFree = false;
    block.previous = undefined;
    block.next = undefined;
    if (next !== undefined) next.previous = previous;
    if (previous !== undefined) previous.next = next;
    else this.#setFirst(binOf(block.length), next);
  }

  #setFirst(bin: number, block: Block | undefined): void {
    this.#bins[bin] = block;
    if (block !== undefined) return;
    this.#heldBins[bin >> 5] = this.#heldIn(bin >> 5) & ~(1 << (bin & 31));
    if (this.#heldIn(bin >> 5) === 0) this.#heldWords &= ~(1 << (bin >> 5));
  }

  #firstHeldBin(from: number): number | undefined {
    const word = from >> 5;
    const here = this.#heldIn(word) & (-1 << (from & 31));
    if (here !== 0) return word * 32 + lowestBit(here);
    const above = this.#heldWords & (-2 << word);
    if (above === 0) return undefined;
    const next = lowestBit(above);
    return next * 32 + lowestBit(this.#heldIn(next));
  }

  #heldIn(word: number): number {
    return this.#heldBins[word] ?? 0;
  }
}

function newBlock(start: number, length: number, left: Block | undefined, right: Block | undefined): Block {
  return { start, length, used: 0, isFree: false, left, right, previous: undefined, next: undefined };
}

function endOf({ start, length }: Block): number {
  return start + length;
}

function alignedLength(byteLength: number): number {
  return Math.max(1, Math.ceil(byteLength / ALIGNMENT)) * ALIGNMENT;
}

/** The smallest length of a bin that has room for so many bytes. */
function roundedLength(byteLength: number): number {
  const units = alignedLength(byteLength) / ALIGNMENT;
  const step = 2 ** Math.max(0, octaveOf(units) - BITS_PER_OCTAVE);
  return Math.ceil(units / step) * step * ALIGNMENT;
}

/** Up to 32 units every length has a bin of its own; above, each power of two has 32. */
function binOf(length: number): number {
  const units = length / ALIGNMENT;
  const excess = Math.max(0, octaveOf(units) - BITS_PER_OCTAVE);
  return excess * BINS_PER_OCTAVE + Math.floor(units / 2 ** excess);
}

function octaveOf(units: number): number {
  return 31 - Math.clz32(units);
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
