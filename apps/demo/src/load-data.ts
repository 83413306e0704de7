import { parseIdx } from '@fashion-mnist/idx-format';
import type { DataIndex, MapDocument } from './data-api.ts';
import { DataError } from './errors.ts';

/** Everything that all maps share. */
export interface Dataset {
  readonly index: DataIndex;
  /** Row-major, shape `[labels.length, 28, 28]`; 0 is background, 255 full ink. */
  readonly images: Uint8Array;
  /** One class index per image. */
  readonly labels: Uint8Array;
}

/**
 * The list of maps, the images and the labels.
 *
 * @throws {DataError} `unreachable`, `malformed`
 */
export async function loadDataset(): Promise<Dataset> {
  const [index, images, labels] = await Promise.all([
    fetchJson<DataIndex>('./data/index.json'),
    fetchIdx('./data/images'),
    fetchIdx('./data/labels'),
  ]);
  return { index, images, labels };
}

/**
 * One map.
 *
 * @throws {DataError} `unreachable`, `malformed`
 */
export async function loadMap(href: string): Promise<MapDocument> {
  return fetchJson<MapDocument>(href);
}

async function fetchJson<T>(href: string): Promise<T> {
  const response = await fetchOk(href);
  return response.json().catch((cause: unknown) => {
    throw new DataError('malformed', `${href} is not JSON.`, { cause });
  }) as Promise<T>;
}

async function fetchIdx(href: string): Promise<Uint8Array> {
  const response = await fetchOk(href);
  const bytes = new Uint8Array(await response.arrayBuffer());
  try {
    return parseIdx(bytes, { type: 'uint8' }).data;
  } catch (cause) {
    throw new DataError('malformed', `${href} is not an IDX file.`, { cause });
  }
}

async function fetchOk(href: string): Promise<Response> {
  const response = await fetch(href).catch((cause: unknown) => {
    throw new DataError('unreachable', `${href} cannot be reached.`, { cause });
  });
  if (!response.ok) throw new DataError('unreachable', `${href} answers ${response.status}.`);
  return response;
}
