import type { AbsentContender, Cleanup, Contender } from '../runner/benchmark.ts';
import { type PeerProcess, type PeerProgram, peerContender, startPeer } from './peer-process.ts';
import { PYTHON, pythonEnvironment, pythonScript } from './python-environment.ts';

/** A contender in Python. Absent when Python or one of the script's modules is. */
export async function pythonPeer(
  name: string,
  script: string,
  args: readonly string[],
  cleanup: Cleanup,
): Promise<Contender | AbsentContender> {
  return peerContender(name, pythonProgram(script, args), cleanup);
}

/** Starts a script; gives the reason when Python or one of the script's modules is missing. */
export async function startPython(
  script: string,
  args: readonly string[],
  cleanup: Cleanup,
): Promise<PeerProcess | { readonly reason: string }> {
  return startPeer(pythonProgram(script, args), cleanup);
}

function pythonProgram(script: string, args: readonly string[]): PeerProgram {
  return { command: PYTHON, args: [pythonScript(script), ...args], environment: pythonEnvironment() };
}
