import { basename, dirname, join, resolve } from 'node:path';
import type { CommandContext } from '../../context.ts';
import { METHODS, type Method } from '../../maps/map-document.ts';
import { publishTogether } from '../../output/publish-together.ts';
import { describeDatasets } from '../describe-site.ts';
import { makeMaps, measureMaps, missingMaps } from '../make-maps.ts';
import { addAwaited } from '../open-site.ts';
import type { Site } from '../site.ts';
import { HEADERS_FILE } from './headers-file.ts';
import { requireFreeSite } from './require-free-site.ts';
import { writeSite } from './write-site.ts';

export interface ExportSiteOptions {
  readonly cacheDir?: string | undefined;
  /** Maps of all images that are computed where they are missing. @default all */
  readonly maps?: readonly Method[] | undefined;
  /** Whether an earlier export is replaced. */
  readonly force: boolean;
}

/**
 * Writes the page and its data as a folder that any host of static files serves, whole or not at all.
 *
 * @throws {UsageError} as `requireFreeSite`.
 */
export async function exportSite(
  site: Site,
  out: string,
  { cacheDir, maps = METHODS, force }: ExportSiteOptions,
  context: CommandContext,
): Promise<void> {
  const { signal, print } = context;
  await addAwaited(site, { cacheDir }, context);
  const missing = missingMaps(site).filter(({ method }) => maps.includes(method));
  await makeMaps(site, missing, cacheDir, context);
  await measureMaps(site, cacheDir, context);

  const folder = resolve(out);
  const options = { force: true, signal, requireFree: () => requireFreeSite(folder, force) };
  const bytes = await publishTogether(dirname(folder), options, (work) =>
    writeSite(site.resources(), join(work, basename(folder)), signal),
  );
  const { lines, data } = describeDatasets(site, []);
  const advice = [
    `wrote ${out}: ${(bytes / 1e6).toFixed(1)} MB`,
    `Let the host send the headers in ${HEADERS_FILE}: without COOP and COEP the page has one thread.`,
  ];
  print([...lines, ...advice], { out, bytes, datasets: data });
}
