import type { IdxElementType } from '../element-type.ts';
import { gzipInPlaceOfIdx, isGzip } from '../foreign-format.ts';
import { headerLength, type IdxHeader, type ParseHeaderOptions, parseHeader } from '../parse-header.ts';
import type { PayloadOptions } from '../require-payload.ts';

/** Options of everything that reads records. */
export interface ReadHeaderOptions<T extends IdxElementType = IdxElementType>
  extends Omit<ParseHeaderOptions, 'allowScalar' | 'type'>,
    PayloadOptions {
  /** Refuse any other element type, and narrow the type of the records. @default any */
  readonly type?: T;
}

const MAGIC_BYTES = 4;
/** Enough to tell what a file is that is not IDX. */
const EXCERPT_BYTES = 512;

/**
 * Reads a header, of which only the start tells how long it is.
 *
 * @param peek - Gives the first bytes of the unpacked file: as many as asked for or more, fewer at its end only.
 */
export async function readHeader(
  peek: (length: number) => Promise<Uint8Array>,
  options: ReadHeaderOptions,
): Promise<IdxHeader> {
  const start = await peek(MAGIC_BYTES);
  if (isGzip(start)) throw gzipInPlaceOfIdx('gzip inside gzip', 'unpack it once more, with gunzip');
  const isLikely = start.length >= MAGIC_BYTES && start[0] === 0 && start[1] === 0;
  return parseHeader(await peek(isLikely ? headerLength(start, options) : EXCERPT_BYTES), options);
}
