/**
 * Taps of a window as a table of three int32 each: how many rows and columns from the first pixel of the window, and
 * which pixel of the filter it is.
 */
const TAP_BYTES: usize = 12;

// @ts-ignore: decorator
@inline
export function tapRow(taps: usize, tap: i32): i32 {
  return load<i32>(taps + <usize>tap * TAP_BYTES);
}

// @ts-ignore: decorator
@inline
export function tapColumn(taps: usize, tap: i32): i32 {
  return load<i32>(taps + <usize>tap * TAP_BYTES, 4);
}

// @ts-ignore: decorator
@inline
export function filterPixel(taps: usize, tap: i32): i32 {
  return load<i32>(taps + <usize>tap * TAP_BYTES, 8);
}
