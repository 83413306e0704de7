import type { BytePieces } from './unpack.ts';

/** What a source becomes on its way through one of the platform's transform streams; pulled, and closed on return. */
export async function* through(
  source: BytePieces,
  { readable, writable }: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array> {
  const reader = readable.getReader();
  const feeding = feed(source, writable.getWriter());
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(ignore);
    await feeding;
  }
}

/** Never rejects: what goes wrong here reaches the reader through the stream. */
async function feed(source: BytePieces, writer: WritableStreamDefaultWriter): Promise<void> {
  try {
    for await (const piece of source) await writer.write(piece);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(ignore);
  }
}

function ignore(): void {}
