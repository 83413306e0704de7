/** How a request is answered. Offsets and sizes count bytes of the body that would properly be sent. */
export type Behaviour =
  | { readonly kind: 'serve' }
  /** The connection ends after so many bytes. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** Nothing comes after so many bytes, for ever. */
  | { readonly kind: 'stall'; readonly afterBytes: number }
  | { readonly kind: 'hang-before-headers' }
  | { readonly kind: 'drip'; readonly bytesPerTick: number; readonly tickMs: number }
  /** The lowest bit of one byte is flipped. */
  | { readonly kind: 'flip-bit'; readonly offset: number }
  /** A shorter file, rightly framed. */
  | { readonly kind: 'truncate'; readonly toBytes: number }
  /** A longer file, rightly framed. */
  | { readonly kind: 'extra-bytes'; readonly count: number }
  | {
      readonly kind: 'wrong-length';
      readonly variant: 'too-small' | 'too-large' | 'missing' | 'negative' | 'duplicate';
    }
  /** A page or an object with status 200. */
  | { readonly kind: 'html' }
  | { readonly kind: 'json' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'redirect-loop' }
  /** So many redirects, then the file. */
  | { readonly kind: 'redirect-chain'; readonly hops: number }
  /** The file has another version; `ignoresIfRange` continues the old one with it all the same. */
  | { readonly kind: 'changed-etag'; readonly etag: string; readonly ignoresIfRange?: boolean }
  | { readonly kind: 'ignore-range' }
  /** A part that begins elsewhere, or of a file of another size, than was asked. */
  | { readonly kind: 'wrong-content-range'; readonly shift?: number; readonly totalBytes?: number }
  /** The file is gzipped once more on its way. */
  | { readonly kind: 'content-encoding-gzip' }
  | { readonly kind: 'no-content' }
  /** In chunks without a length; the connection ends before the last chunk. */
  | { readonly kind: 'chunked-early-close'; readonly afterBytes: number }
  /** The first half as 206, whatever was asked. */
  | { readonly kind: 'partial-unasked' };

/** A request as the server saw it. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Name of the file, without a query. */
  readonly name: string;
  /** Size of the file; 0 when there is none of the name. */
  readonly fileBytes: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Chooses how a request is answered. */
export type BehaviourChooser = (request: LoggedRequest) => Behaviour;
