import { scratch } from '../scratch';

/**
 * Two arrays that broadcast, as rows of `inner` elements, the last one maybe shorter; row `r` is row `r % middle` of
 * block `r / middle`. Steps of `a` and `b` are in elements, 0 where they are broadcast; those within a row are 0 or 1.
 */
@unmanaged
export class BroadcastRows {
  /** Elements of the result. */
  size: i32;
  inner: i32;
  middle: i32;
  aInner: i32;
  aMiddle: i32;
  aOuter: i32;
  bInner: i32;
  bMiddle: i32;
  bOuter: i32;
}

/** They lie in the thread's scratch memory until the next call. */
// @ts-ignore: decorator
@inline
export function broadcastRows(
  size: i32,
  inner: i32,
  middle: i32,
  aInner: i32,
  aMiddle: i32,
  aOuter: i32,
  bInner: i32,
  bMiddle: i32,
  bOuter: i32,
): BroadcastRows {
  const rows = changetype<BroadcastRows>(scratch);
  rows.size = size;
  rows.inner = inner;
  rows.middle = middle;
  rows.aInner = aInner;
  rows.aMiddle = aMiddle;
  rows.aOuter = aOuter;
  rows.bInner = bInner;
  rows.bMiddle = bMiddle;
  rows.bOuter = bOuter;
  return rows;
}
