import { batch, FAR, gradients, held, mayGrow, mayShrink, middle, places, size, violations } from './variables';

/** The violation of all variables. */
export let violation: f64 = 0;
/** How many variables `findViolators` has listed, by ascending place. */
export let violatorCount: i32 = 0;

/** Measures the violation, and lists the worst violators that are not held, half of them on each side. */
export function findViolators(): void {
  let largest = -FAR, smallest = FAR;
  let growing = 0, shrinking = 0;
  const half = batch >> 1;
  for (let place = 0; place < size; place++) {
    const gradient = load<f64>(gradients + ((<usize>place) << 3));
    if (mayGrow(place)) {
      largest = max(largest, gradient);
      if (place >= held && gradient > middle) growing = rank(0, growing, half, place, gradient - middle);
    }
    if (mayShrink(place)) {
      smallest = min(smallest, gradient);
      if (place >= held && gradient < middle) shrinking = rank(half, shrinking, half, place, middle - gradient);
    }
  }
  violation = largest - smallest;
  for (let i = 0; i < shrinking; i++)
    store<i32>(places + ((<usize>(growing + i)) << 2), load<i32>(places + ((<usize>(half + i)) << 2)));
  violatorCount = growing + shrinking;
  sortPlaces();
}

/** Enters a violator into a list from `start` on, the worst first. @returns how many there are now. */
function rank(start: i32, count: i32, most: i32, place: i32, amount: f64): i32 {
  if (count === most && amount <= load<f64>(violations + ((<usize>(start + most - 1)) << 3))) return count;
  let i = count === most ? most - 1 : count;
  for (; i > 0 && load<f64>(violations + ((<usize>(start + i - 1)) << 3)) < amount; i--) {
    const at = <usize>(start + i);
    store<f64>(violations + (at << 3), load<f64>(violations + ((at - 1) << 3)));
    store<i32>(places + (at << 2), load<i32>(places + ((at - 1) << 2)));
  }
  store<f64>(violations + ((<usize>(start + i)) << 3), amount);
  store<i32>(places + ((<usize>(start + i)) << 2), place);
  return min(count + 1, most);
}

function sortPlaces(): void {
  for (let i = 1; i < violatorCount; i++) {
    const place = load<i32>(places + ((<usize>i) << 2));
    let j = i;
    for (; j > 0 && load<i32>(places + ((<usize>(j - 1)) << 2)) > place; j--)
      store<i32>(places + ((<usize>j) << 2), load<i32>(places + ((<usize>(j - 1)) << 2)));
    store<i32>(places + ((<usize>j) << 2), place);
  }
}
