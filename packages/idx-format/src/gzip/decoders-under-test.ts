import { gunzipStream, gunzipWhole } from '#gzip';
import { collect } from './collect.ts';
import { gzipFault } from './gzip-fault.ts';
import { PakoDecoder } from './pako.ts';
import { type BytePieces, unpack } from './unpack.ts';
import * as web from './web.ts';

// For tests only. In Chromium "the platform" is `web.ts`.

export function* pieces(bytes: Uint8Array, length = 4096): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

const gunzipStreamByPako = (source: BytePieces): AsyncGenerator<Uint8Array> =>
  unpack(source, new PakoDecoder(gzipFault));

interface WholeDecoder {
  readonly name: string;
  readonly gunzip: (bytes: Uint8Array, maxOutputBytes: number) => Promise<Uint8Array>;
}

interface StreamDecoder {
  readonly name: string;
  readonly stream: (source: BytePieces) => AsyncGenerator<Uint8Array>;
}

export const WHOLE_DECODERS: readonly WholeDecoder[] = [
  { name: 'the platform', gunzip: gunzipWhole },
  { name: 'DecompressionStream', gunzip: web.gunzipWhole },
  { name: 'pako', gunzip: (bytes, limit) => collect(gunzipStreamByPako([bytes]), limit) },
];

export const STREAM_DECODERS: readonly StreamDecoder[] = [
  { name: 'the platform', stream: gunzipStream },
  { name: 'pako', stream: gunzipStreamByPako },
];
