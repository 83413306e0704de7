/** Bytes of the inner index' next four in a panel of six rows. */
export const QUAD_BYTES: usize = 96;
/** Bytes of a product of six rows with a panel of eight columns. */
export const TILE_BYTES: usize = 192;
/** Bytes of a product of four rows with a panel of eight columns. */
export const OUTER_BYTES: usize = 128;
