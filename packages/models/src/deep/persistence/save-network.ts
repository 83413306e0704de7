import type { Network } from '../network/network.ts';
import { encodeNetworkFile } from './network-file.ts';
import { outlineOf } from './network-outline.ts';
import { readVariables } from './variable-arrays.ts';

/** What `saveNetwork` writes beside the network. */
export interface SaveNetworkOptions {
  /** Short texts to keep beside the network, for example what it has learned from. @default none */
  readonly notes?: Readonly<Record<string, string>> | undefined;
}

/**
 * The bytes of a network's file: a safetensors file that any reader of this format can open, with the architecture as JSON
 * and a digest of all that it holds.
 *
 * @returns Bytes to be written as they are; `loadNetwork` gives the same network, bit by bit.
 * @remarks Takes `crypto.subtle`, which pages have only over HTTPS and on localhost.
 */
export async function saveNetwork(
  network: Network,
  { notes = {} }: SaveNetworkOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const variables = new Map(network.parameters.map(({ path, variable }) => [path, variable]));
  return encodeNetworkFile({ outline: outlineOf(network), notes, arrays: await readVariables(variables) });
}
