import { availableMemory } from '../execution/available-memory.ts';

/** As the original's `respawn_memory_pct`. */
const SHARE = 0.9;

/** How many bytes jobs may take together unless something else is said. */
export function defaultMemoryLimit(): number {
  return Math.floor(SHARE * availableMemory());
}
