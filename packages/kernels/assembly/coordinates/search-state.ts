/** How far the search of one problem is: numbers in float64, one behind the other. */
export const STATE_BYTES: usize = 80;

/** Where in the order of its coordinates the epoch is. */
export const POSITION: usize = 0;
/** How many coordinates are not shrunk away. */
export const ACTIVE: usize = 8;
export const EPOCHS: usize = 16;
/** 0 while it goes on, 1 when it has ended at its tolerance, 2 when at its last epoch. */
export const OUTCOME: usize = 24;
export const RANDOM: usize = 32;
/** The rest is of the method. */
export const FIRST: usize = 40;
export const SECOND: usize = 48;
export const THIRD: usize = 56;
export const FOURTH: usize = 64;
export const FIFTH: usize = 72;

export const CONVERGED: f64 = 1;
export const OUT_OF_EPOCHS: f64 = 2;

/** Xorshift of 32 bits. @see Marsaglia 2003, "Xorshift RNGs". */
export function nextRandom(random: u32): u32 {
  random ^= random << 13;
  random ^= random >> 17;
  return random ^ (random << 5);
}

/** Draws one of the coordinates `position..active - 1` to `position`: one step of a shuffle. */
export function drawNext(order: usize, position: i32, active: i32, random: u32): i32 {
  const drawn = order + (<usize>drawnPlace(position, active, random) << 2);
  const place = order + (<usize>position << 2);
  const chosen = load<i32>(drawn);
  store<i32>(drawn, load<i32>(place));
  store<i32>(place, chosen);
  return chosen;
}

/** The coordinate that will be drawn next, if none is shrunk away until then. */
export function peekNext(order: usize, position: i32, active: i32, random: u32): i32 {
  return load<i32>(order + (<usize>drawnPlace(position, active, nextRandom(random)) << 2));
}

function drawnPlace(position: i32, active: i32, random: u32): i32 {
  return position + <i32>(<f64>random * 2.3283064365386963e-10 * <f64>(active - position));
}

/** Moves the coordinate at `position` behind the active ones, of which there are `active` afterwards. */
export function shrinkAway(order: usize, position: i32, active: i32): void {
  const place = order + (<usize>position << 2);
  const last = order + (<usize>active << 2);
  const shrunk = load<i32>(place);
  store<i32>(place, load<i32>(last));
  store<i32>(last, shrunk);
}
