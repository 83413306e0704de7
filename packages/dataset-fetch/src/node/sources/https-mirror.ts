import { reportProgress } from '@fashion-mnist/core';
import type { FileIdentity } from '../../registry/dataset-definition.ts';
import type { OpenSource, SourceContext } from './source.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 30_000;

/** A web server that holds the gzipped files. */
export async function openMirror(baseUrl: string, context: SourceContext): Promise<OpenSource> {
  return {
    read: (file) => download(new URL(`${file.name}.gz`, baseUrl), file, context),
    close: async () => {},
  };
}

async function download(
  url: URL,
  file: FileIdentity,
  { signal, onProgress }: SourceContext,
): Promise<Uint8Array> {
  const watchdog = createWatchdog(url.host);
  const signals = signal === undefined ? [watchdog.signal] : [signal, watchdog.signal];
  try {
    watchdog.expectWithin(CONNECT_TIMEOUT_MS);
    const response = await fetch(url, { signal: AbortSignal.any(signals) });
    refuseUnusable(response, url);

    const declared = Number(response.headers.get('content-length') ?? 0);
    const limit = largestGzip(file.byteLength);
    const chunks: Uint8Array[] = [];
    let completed = 0;
    for await (const chunk of response.body ?? []) {
      watchdog.expectWithin(IDLE_TIMEOUT_MS);
      chunks.push(chunk);
      completed += chunk.length;
      if (completed > limit)
        throw new Error(`${url.host} sent more than the ${limit} bytes that the file can have`);
      const total = Math.max(declared, completed);
      reportProgress(onProgress, { stage: 'download', completed, total, unit: 'bytes', detail: file.name });
    }
    return Buffer.concat(chunks);
  } finally {
    watchdog.stop();
  }
}

/** Incompressible bytes grow by 5 bytes per 16 KiB block, a header with a file name, and a trailer. */
function largestGzip(rawBytes: number): number {
  return rawBytes + Math.ceil(rawBytes / 2 ** 14) * 5 + 1024;
}

function refuseUnusable(response: Response, url: URL): void {
  if (!response.ok)
    throw new Error(`${url.host} answered ${response.status} ${response.statusText}`.trimEnd());
  if (url.protocol === 'https:' && !response.url.startsWith('https:')) {
    throw new Error(`${url.host} redirects to an address without TLS: ${response.url}`);
  }
}

/** Aborts when the next thing does not happen in time. */
function createWatchdog(host: string) {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    expectWithin(ms: number) {
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(new Error(`${host} sent nothing for ${ms / 1000} s`)), ms);
    },
    stop: () => clearTimeout(timer),
  };
}
