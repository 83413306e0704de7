import type { HttpOptions } from './http-source.ts';
import type { RandomAccessSource } from './random-access-source.ts';

/** A file on a web server; `fetch` resolves a relative address against that of the page. */
export async function openPath(path: string, options: HttpOptions): Promise<RandomAccessSource> {
  const { openUrl } = await import('./http-source.ts');
  return openUrl(path, options);
}
