const AHEAD_BYTES = 1 << 20;

/** What comes next: bytes, or why there are no more. */
type Piece = Uint8Array | { readonly failure: unknown };

/**
 * Reads from now on, whether or not the consumer keeps up, until 1 MiB waits. A body that breaks off drops what nobody
 * has taken: bytes have to be taken when they come, not when the disk has written those before them.
 *
 * @param read - The next bytes, `undefined` at the end. When it rejects, what came before is given first.
 */
export function readAhead(read: () => Promise<Uint8Array | undefined>): AsyncIterable<Uint8Array> {
  const pieces = new ReadableStream<Piece>(
    {
      async pull(controller) {
        try {
          const bytes = await read();
          if (bytes === undefined) controller.close();
          else controller.enqueue(bytes);
        } catch (failure) {
          // Not as the stream's own error, which would drop the queue.
          controller.enqueue({ failure });
          controller.close();
        }
      },
    },
    { highWaterMark: AHEAD_BYTES, size: (piece) => (piece instanceof Uint8Array ? piece.length : 0) },
  );
  return unwrap(pieces);
}

async function* unwrap(pieces: AsyncIterable<Piece>): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) throw piece.failure;
    yield piece;
  }
}
