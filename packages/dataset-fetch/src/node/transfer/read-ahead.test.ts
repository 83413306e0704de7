import { describe, expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

const MIB = 1 << 20;

/** Gives the pieces one by one, then ends or fails, and counts how often it was asked. */
function sourceOf(pieces: readonly Uint8Array[], failure?: Error) {
  const rest = [...pieces];
  const source = { asked: 0, read };
  async function read(): Promise<Uint8Array | undefined> {
    source.asked++;
    if (rest.length === 0 && failure !== undefined) throw failure;
    return rest.shift();
  }
  return source;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const bytes = (length: number, value = 0) => new Uint8Array(length).fill(value);

describe('readAhead', () => {
  it('gives what was read, in order', async () => {
    const pieces = [Uint8Array.of(1), Uint8Array.of(2, 3)];
    const taken: Uint8Array[] = [];
    for await (const piece of readAhead(sourceOf(pieces).read)) taken.push(piece);
    expect(taken).toEqual(pieces);
  });

  it('reads before anyone asks', async () => {
    const source = sourceOf([bytes(9), bytes(9)]);
    readAhead(source.read);
    await settle();
    expect(source.asked).toBe(3);
  });

  it('stops reading while 1 MiB waits', async () => {
    const source = sourceOf(Array.from({ length: 9 }, () => bytes(MIB / 4)));
    const iterator = readAhead(source.read)[Symbol.asyncIterator]();
    await settle();
    expect(source.asked).toBe(4);
    await iterator.next();
    await settle();
    expect(source.asked).toBe(5);
  });

  it('gives everything that came before a failure, then the failure', async () => {
    const failure = new Error('cut');
    const taken: Uint8Array[] = [];
    const read = readAhead(sourceOf([bytes(3, 1), bytes(4, 2)], failure).read);
    await settle();
    const end = (async () => {
      for await (const piece of read) taken.push(piece);
    })();
    await expect(end).rejects.toBe(failure);
    expect(taken).toEqual([bytes(3, 1), bytes(4, 2)]);
  });
});
