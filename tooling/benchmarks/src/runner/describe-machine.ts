import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly coreCount: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Processes that wanted a core over the last minute, before the run. */
  readonly load: number;
}

export function describeMachine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    coreCount: cores.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: Number(loadavg()[0]?.toFixed(2)),
  };
}
