import { HASHED, IMMUTABLE } from '../http/cache-policy.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';

/** The name under which Netlify, Cloudflare Pages and others look for headers. */
export const HEADERS_FILE = '_headers';

/** The first line of ours: it tells a folder that we have written from others. */
export const HEADERS_MARK = '# Written by fashion-mnist serve --out';

/** What hosts are to send, as they read it: a path, then lines that are indented. */
export function headersFile(): string {
  const rules = [
    { path: '/*', headers: SECURITY_HEADERS },
    { path: `/${HASHED}*`, headers: { 'Cache-Control': IMMUTABLE } },
  ];
  const lines = rules.flatMap(({ path, headers }) => [
    path,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  return `${[HEADERS_MARK, ...lines].join('\n')}\n`;
}
