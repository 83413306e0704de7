import { setCoordinates, units } from './coordinates';
import { hold } from './hold';
import { setKernelFunction } from './kernel-function';
import { beginPair, finishPair, outcomeAt } from './one-pair';
import { releaseQuarter } from './release';
import { beginFree, moveFree } from './solve-free';
import { solveHeld } from './solve-held';
import { tellOthers } from './tell-others';
import {
  batch, creep, enterWorkspace, forgetCreep, freeLeft, held, leaveWorkspace, pair, patience, rowCapacity, setPair, setPatience, steps,
} from './variables';
import { findViolators, violation, violatorCount } from './violators';

const PAIR_BYTES: usize = 20;
/** The held variables are solved to this share of the violation of all. */
const INNER_SHARE: f64 = 0.4;
/** And at last a little beyond the tolerance. */
const INNER_MARGIN: f64 = 0.9;

/** So many steps with the same variables held, and it is time to move all free ones at once. */
const MOST_CREEP = 500;

/** Items are turns: each brings one pair on by a bounded number of steps. */
export function solveKernelPairs(
  samples: usize, areBytes: i32, featureCount: i32, multipliers: usize, shifts: usize, skews: usize,
  areFloats: i32, kind: i32, factor: f64, constant: f64, degree: i32,
  members: usize, boxes: usize, pairs: usize, pairCount: i32, queue: usize, duals: usize, outcomes: usize,
  workspaces: usize, workspaceBytes: usize, workspaceCount: i32, largest: i32, capacity: i32, atOnce: i32,
  tolerance: f64, mostSteps: f64, stepsPerTurn: i32, begin: i32, end: i32,
): void {
  setKernelFunction(areFloats, kind, factor, degree);
  setCoordinates(samples, areBytes, featureCount, multipliers, shifts, skews, constant);
  for (let turn = begin; turn < end; turn++) {
    for (let i = 0; i < workspaceCount; i++) {
      const workspace = workspaces + (<usize>i) * workspaceBytes;
      if (atomic.cmpxchg<i32>(workspace, 0, 1) !== 0) continue;
      enterWorkspace(workspace, workspaceBytes, largest, units, capacity, atOnce);
      const hasWork = pair >= 0
        ? bringOn(pairs, queue, duals, outcomes, tolerance, mostSteps, stepsPerTurn)
        : beginNext(pairs, pairCount, queue, members, boxes);
      leaveWorkspace();
      atomic.store<i32>(workspace, 0);
      if (hasWork) break;
    }
  }
}

function beginNext(pairs: usize, pairCount: i32, queue: usize, members: usize, boxes: usize): bool {
  if (atomic.load<i32>(queue) >= pairCount) return false;
  const next = atomic.add<i32>(queue, 1);
  if (next >= pairCount) return false;
  beginPair(next, pairs + (<usize>next) * PAIR_BYTES, members, boxes);
  return true;
}

function bringOn(
  pairs: usize, queue: usize, duals: usize, outcomes: usize, tolerance: f64, mostSteps: f64, stepsPerTurn: i32,
): bool {
  const patient = max(patience, INNER_MARGIN * tolerance);
  if (freeLeft > 0) {
    moveFree(INNER_MARGIN * patient, stepsPerTurn);
    return true;
  }
  const most = min(min(stepsPerTurn, MOST_CREEP - creep), <i32>min(<f64>stepsPerTurn, mostSteps - steps));
  const isSettled = solveHeld(patient, most);
  if (!isSettled && creep >= MOST_CREEP) {
    beginFree();
    forgetCreep();
  }
  if (!isSettled && steps < mostSteps) return true;
  tellOthers();
  findViolators();
  if (!(violation >= tolerance) || steps >= mostSteps) {
    const first = load<i32>(pairs + (<usize>pair) * PAIR_BYTES, 16);
    finishPair(duals + ((<usize>first) << 3), outcomeAt(outcomes, pair));
    setPair(-1, 0);
    atomic.add<i32>(queue + 4, 1);
    return true;
  }
  if (violatorCount === 0) setPatience(0);
  else {
    if (held + violatorCount > rowCapacity) makeRoom();
    hold(violatorCount);
    setPatience(INNER_SHARE * violation);
  }
  return true;
}

/** Releasing moves variables about, so the violators are looked for again. */
function makeRoom(): void {
  while (held + batch > rowCapacity) releaseQuarter();
  findViolators();
}
