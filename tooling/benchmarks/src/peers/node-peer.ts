import { fileURLToPath } from 'node:url';
import type { AbsentContender, Cleanup, Contender } from '../runner/benchmark.ts';
import { peerContender } from './peer-process.ts';

/** A contender in a Node of its own, of the same version and with the same flags. @param program - Its file. */
export async function nodePeer(
  name: string,
  program: URL,
  args: readonly string[],
  cleanup: Cleanup,
): Promise<Contender | AbsentContender> {
  const command = process.execPath;
  const flags = [...process.execArgv, fileURLToPath(program)];
  return peerContender(name, { command, args: [...flags, ...args], environment: process.env }, cleanup);
}
