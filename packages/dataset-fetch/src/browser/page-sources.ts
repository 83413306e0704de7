import type { DatasetDefinition, DatasetSource } from '../registry/dataset-definition.ts';

/** A source that a page can fetch from: files of a web server. */
export type WebSource = Extract<DatasetSource, { readonly kind: 'https' }>;

/** Where a page finds a dataset unless it says otherwise: servers that any page may read from, then its own. */
export function defaultPageSources({ name, family, sources }: DatasetDefinition): readonly WebSource[] {
  const shared = sources.filter((source): source is WebSource => {
    return source.kind === 'https' && source.crossOrigin === true;
  });
  return [...shared, { kind: 'https', baseUrl: `data/${family ?? name}/` }];
}

/** The address of a source, relative ones as seen from the page. */
export function absoluteUrl(baseUrl: string): URL {
  const { location } = globalThis as { location?: { readonly href: string } };
  return new URL(baseUrl, location?.href);
}
