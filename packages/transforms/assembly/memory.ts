/** The float32 value of each byte. */
export const VALUES: usize = memory.data(256 * 4, 16);
/** Images of bytes that are read. */
export const BYTES: usize = memory.data(65536, 16);
/** Images that are written: float32, or bytes. */
export const RESULT: usize = memory.data(65536 * 4, 16);
/** An image of bytes in its margin. */
export const PADDED: usize = memory.data(65536, 16);
/** Six float64 that say where pixels come from. */
export const MAP: usize = memory.data(6 * 8, 16);
/** Words that name images. */
export const INDICES: usize = memory.data(64 * 4, 16);
/** The random words of these images: the first of each, then the second of each, and so on. */
export const WORDS: usize = memory.data(4 * 64 * 4, 16);
