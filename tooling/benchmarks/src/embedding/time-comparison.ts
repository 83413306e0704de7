import type { AbsentContender, Comparison, Contender } from '../runner/benchmark.ts';

/** How many times the speed of the peer ours has to reach, and is hoped to. */
export interface SpeedTarget {
  readonly floor: number;
  readonly aim: number;
}

/** How long ours and the peer take for the same work. */
export function timeComparison(
  title: string,
  ours: Contender,
  peer: Contender | AbsentContender,
  { floor, aim }: SpeedTarget,
): Comparison {
  const target = { of: peer.name, to: ours.name, bound: { atLeast: floor }, aim };
  return { title, unit: 'ms', contenders: [ours, peer], targets: [target] };
}
