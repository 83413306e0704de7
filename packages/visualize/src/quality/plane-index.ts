import type { NearestList } from './nearest-list.ts';

/** Points of a plane, prepared for exact nearest-neighbour search. */
export interface PlaneIndex {
  /** Offers a list the points near one of them, itself left out; what is not offered is farther than what is. */
  search(point: number, found: NearestList): void;
}

/** A point set is halved at its median, along the axis on which it is wider, until this many are left. */
const LEAF_SIZE = 12;

/**
 * Builds a k-d tree.
 *
 * @param coordinates - Flat `x0, y0, x1, y1, ...`, finite; borrowed, and kept.
 * @remarks O(n log n); a search of few neighbours is O(log n).
 * @see Bentley 1975, "Multidimensional binary search trees used for associative searching"
 */
export function createPlaneIndex(coordinates: Float32Array): PlaneIndex {
  const order = Int32Array.from({ length: coordinates.length / 2 }, (_, point) => point);
  const root = buildNode(coordinates, order, 0, order.length);
  const ordered = Float32Array.from(
    { length: 2 * order.length },
    (_, i) => coordinates[2 * (order[i >> 1] as number) + (i & 1)] as number,
  );
  return {
    search(point, found) {
      const x = coordinates[2 * point] as number;
      const y = coordinates[2 * point + 1] as number;
      searchNode(root, { ordered, order, point, x, y, found });
    },
  };
}

type Axis = 0 | 1;

interface Leaf {
  readonly axis: -1;
  readonly begin: number;
  readonly end: number;
}

interface Branch {
  readonly axis: Axis;
  /** No point below lies above it on the axis, no point above lies below it. */
  readonly split: number;
  readonly below: Node;
  readonly above: Node;
}

type Node = Leaf | Branch;

function buildNode(coordinates: Float32Array, order: Int32Array, begin: number, end: number): Node {
  if (end - begin <= LEAF_SIZE) return { axis: -1, begin, end };
  const points = order.subarray(begin, end);
  const axis = spread(coordinates, points, 0) >= spread(coordinates, points, 1) ? 0 : 1;
  const middle = points.length >> 1;
  selectNth(coordinates, points, axis, middle);
  return {
    axis,
    split: coordinates[2 * (points[middle] as number) + axis] as number,
    below: buildNode(coordinates, order, begin, begin + middle),
    above: buildNode(coordinates, order, begin + middle, end),
  };
}

function spread(coordinates: Float32Array, points: Int32Array, axis: Axis): number {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < points.length; i++) {
    const value = coordinates[2 * (points[i] as number) + axis] as number;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return greatest - least;
}

/** Reorders points so that the one at place `nth` is where sorting would put it, none before it is greater. */
function selectNth(coordinates: Float32Array, points: Int32Array, axis: Axis, nth: number): void {
  const valueAt = (place: number) => coordinates[2 * (points[place] as number) + axis] as number;
  let first = 0;
  let last = points.length - 1;
  while (first < last) {
    const pivot = valueAt((first + last) >> 1);
    let low = first;
    let high = last;
    while (low <= high) {
      while (valueAt(low) < pivot) low++;
      while (valueAt(high) > pivot) high--;
      if (low > high) break;
      const moved = points[low] as number;
      points[low++] = points[high] as number;
      points[high--] = moved;
    }
    if (nth <= high) last = high;
    else if (nth >= low) first = low;
    else return;
  }
}

interface Search {
  readonly order: Int32Array;
  /** The coordinates in the order of `order`, so that those of a leaf lie side by side. */
  readonly ordered: Float32Array;
  readonly point: number;
  readonly x: number;
  readonly y: number;
  readonly found: NearestList;
}

function searchNode(node: Node, search: Search): void {
  if (node.axis === -1) return searchLeaf(node, search);
  const offset = (node.axis === 0 ? search.x : search.y) - node.split;
  searchNode(offset < 0 ? node.below : node.above, search);
  if (offset * offset <= search.found.limit) searchNode(offset < 0 ? node.above : node.below, search);
}

function searchLeaf({ begin, end }: Leaf, { order, ordered, point, x, y, found }: Search): void {
  for (let place = begin; place < end; place++) {
    const dx = (ordered[2 * place] as number) - x;
    const dy = (ordered[2 * place + 1] as number) - y;
    const distance = dx * dx + dy * dy;
    if (distance > found.limit) continue;
    const other = order[place] as number;
    if (other !== point) found.offer(distance, other);
  }
}
