import { ModelsError } from '../../errors.ts';
import { modelFileError } from '../../persistence/model-file-error.ts';
import type { Layer } from '../layers/layer.ts';
import type { Shape } from '../layers/shape.ts';
import { assembleNetwork } from '../network/create-network.ts';
import type { Network } from '../network/network.ts';
import { parameterPath } from '../network/network-parameters.ts';
import { places } from '../network/places.ts';
import { decodeNetworkFile, type ParsedOutline, parseOutline } from './network-file.ts';
import { requireArrays } from './variable-arrays.ts';

/** How large a file `loadNetwork` accepts. */
export interface LoadNetworkOptions {
  /** A file with more bytes is refused before it is read. @default 2^31 */
  readonly maxBytes?: number | undefined;
}

/** What a network's file says about it. */
export interface NetworkDescription extends ParsedOutline {
  /** The texts that were saved with it. */
  readonly notes: Readonly<Record<string, string>>;
}

const MOST_BYTES = 2 ** 31;

/**
 * A network from what `saveNetwork` gave, on tfjs' current backend.
 *
 * @param file - Borrowed.
 * @throws {ModelsError} `E_MODEL` - damaged, changed, too large, of another version, or no network; its architecture is
 *   not valid, or parameters are missing, of another shape or not finite. Nothing is put on the backend then.
 */
export async function loadNetwork(
  file: Uint8Array,
  { maxBytes = MOST_BYTES }: LoadNetworkOptions = {},
): Promise<Network> {
  const { outline, arrays } = await decodeNetworkFile(file, maxBytes);
  const { architecture, ...about } = parseOutline(outline);
  requireArrays(arrays, shapesOf(architecture, about.inputShape));
  return assembleNetwork(architecture, about, ({ path }, { name }) => {
    const { data } = arrays.get(parameterPath(path, name))!;
    return data as Float32Array;
  });
}

/**
 * What a network's file says, without making the network.
 *
 * @throws {ModelsError} `E_MODEL` - as `loadNetwork`.
 */
export async function describeNetwork(
  file: Uint8Array,
  { maxBytes = MOST_BYTES }: LoadNetworkOptions = {},
): Promise<NetworkDescription> {
  const { outline, notes } = await decodeNetworkFile(file, maxBytes);
  return { ...parseOutline(outline), notes };
}

function shapesOf(architecture: Layer, inputShape: Shape): ReadonlyMap<string, Shape> {
  try {
    architecture.outputShape(inputShape);
    return new Map(
      places(architecture, inputShape).flatMap(({ layer, path, input }) =>
        layer.parameters(input).map(({ name, shape }) => [parameterPath(path, name), shape] as const),
      ),
    );
  } catch (cause) {
    if (!(cause instanceof ModelsError)) throw cause;
    throw modelFileError(`architecture: ${cause.message}`, { cause });
  }
}
