import type { AbsentContender, Contender } from '../runner/benchmark.ts';
import type { PeerProcess } from './peer-process.ts';

/** A contender whose figure is a process' answer to a question. */
export function askedContender(
  name: string,
  peer: PeerProcess | { readonly reason: string },
  question: string,
): Contender | AbsentContender {
  if ('reason' in peer) return { name, reason: peer.reason };
  return { name, versions: peer.versions, measure: () => peer.ask(question) };
}
