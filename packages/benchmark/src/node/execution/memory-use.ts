import { readFileSync, writeFileSync } from 'node:fs';

const KIBIBYTE = 1024;

/** The most memory that a process has held at once; 0 where only the process itself can tell, or it is no more. */
export function peakBytesOf(pid: number | 'self'): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(peak ?? 0) * KIBIBYTE;
  } catch {
    return 0;
  }
}

/** The most memory that this process has held at once, since `forgetPeak` where that is possible. */
export function peakBytes(): number {
  return peakBytesOf('self') || process.resourceUsage().maxRSS * KIBIBYTE;
}

/** Linux lets a process measure its peak anew. */
export function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere the peak is that of the whole life of the process.
  }
}
