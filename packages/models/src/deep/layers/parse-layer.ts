import { ModelsError } from '../../errors.ts';
import type { Layer } from './layer.ts';
import { LAYER_KINDS } from './layer-kinds.ts';

/** More than any network needs, and far from where a stack ends. */
const MAX_DEPTH = 64;
/** More than any layer is made of, and far fewer than a function takes arguments. */
const MAX_CHILDREN = 1024;

/**
 * The layer that a document describes.
 *
 * @param json - What `layerDocument` gives, from anywhere: it is checked.
 * @throws {ModelsError} `E_MODEL` - it describes no layer; the message names the place, as in `architecture.layers[3]`.
 */
export function parseLayer(json: unknown): Layer {
  return parseAt(json, 'architecture', 0);
}

function parseAt(json: unknown, place: string, depth: number): Layer {
  if (depth > MAX_DEPTH) throw documentError(place, `at most ${MAX_DEPTH} layers within each other`);
  if (!isRecord(json)) throw documentError(place, 'a layer { kind, options, layers }', json);
  const { kind, options = {}, layers = [], ...more } = json;
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) throw documentError(place, 'kind, options and layers alone', unknown);
  if (typeof kind !== 'string' || !Object.hasOwn(LAYER_KINDS, kind))
    throw documentError(`${place}.kind`, `one of ${Object.keys(LAYER_KINDS).join(', ')}`, kind);
  if (!isRecord(options)) throw documentError(`${place}.options`, 'an object', options);
  if (!Array.isArray(layers)) throw documentError(`${place}.layers`, 'a list of layers', layers);
  if (layers.length > MAX_CHILDREN)
    throw documentError(`${place}.layers`, `at most ${MAX_CHILDREN} layers`, layers.length);
  return make(kind, { options, layers, place, depth });
}

interface Contents {
  readonly options: Readonly<Record<string, unknown>>;
  readonly layers: readonly unknown[];
  readonly place: string;
  readonly depth: number;
}

function make(name: string, { options, layers, place, depth }: Contents): Layer {
  const kind = LAYER_KINDS[name]!;
  if (!kind.takesOptions && Object.keys(options).length > 0)
    throw documentError(`${place}.options`, `none for ${name}`, options);
  if (kind.takesLayers !== 'any' && layers.length !== (kind.takesLayers === 'one' ? 1 : 0))
    throw documentError(`${place}.layers`, `${kind.takesLayers} for ${name}`, layers.length);
  const children = layers.map((layer, i) => parseAt(layer, `${place}.layers[${i}]`, depth + 1));
  try {
    return kind.make(options as never, children);
  } catch (cause) {
    if (cause instanceof ModelsError)
      throw new ModelsError('E_MODEL', `${place}: ${cause.message}`, { cause });
    throw cause;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function documentError(place: string, expected: string, got?: unknown): ModelsError {
  const end = got === undefined ? '' : `, got ${JSON.stringify(got)?.slice(0, 80) ?? typeof got}`;
  return new ModelsError('E_MODEL', `${place}: expected ${expected}${end}`);
}
