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
      return openFolder(source.path);
    case 'https':
      return openMirror(source, context);
    case 'debian':
      return openDebianPackage(source.package, source.folder, context);
    case 'npm':
      return openNpmPackage(source.package, source.folder, context);
  }
}
