import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type DatasetDefinition, defaultCacheDirectory } from '@fashion-mnist/dataset-fetch';

/**
 * The folder of the cache for what is made from a dataset. It is another one where the definition says that images,
 * labels or the way to read them are others.
 */
export function derivedFolder(
  { name, files, pixelOrder, firstLabel, labelColumn }: DatasetDefinition,
  cacheDir: string = defaultCacheDirectory(),
): string {
  const content = JSON.stringify({ files, pixelOrder, firstLabel, labelColumn });
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return join(cacheDir, name, `derived-${digest}`);
}
