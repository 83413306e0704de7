import { fileURLToPath } from 'node:url';
import type { Cleanup } from '../runner/benchmark.ts';
import { type PeerProcess, startPeer } from './peer-process.ts';

/** Starts a program in a Node of its own, of the same version and with the same flags. @param program - Its file. */
export async function startNode(
  program: URL,
  args: readonly string[],
  cleanup: Cleanup,
): Promise<PeerProcess | { readonly reason: string }> {
  const flags = [...process.execArgv, fileURLToPath(program)];
  return startPeer(
    { command: process.execPath, args: [...flags, ...args], environment: process.env },
    cleanup,
  );
}
