import { readFileSync } from 'node:fs';

const KIB = 1024;

/**
 * The most memory that this process has held. On Linux `maxRSS` begins with the memory of the parent, which the
 * high-water mark of the process does not.
 */
export function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * KIB;
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) * KIB;
}
