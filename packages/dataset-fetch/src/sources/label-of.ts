import type { DatasetSource } from '../registry/dataset-definition.ts';

/** How a source is called in messages. */
export function labelOf(source: DatasetSource): string {
  switch (source.kind) {
    case 'folder':
      return `folder ${source.path}`;
    case 'https':
      return source.baseUrl;
    case 'debian':
      return `Debian's package ${source.package}`;
    case 'npm':
      return `npm's package ${source.package}`;
  }
}
