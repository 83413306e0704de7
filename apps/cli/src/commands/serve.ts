import type { CommandContext, CommonOptions } from '../context.ts';
import type { Method } from '../maps/map-document.ts';
import { openSite } from '../server/open-site.ts';
import { serveSite } from '../server/serve-site.ts';
import { exportSite } from '../server/static/export-site.ts';
import { requireFreeSite } from '../server/static/require-free-site.ts';

export interface ServeCommandOptions extends CommonOptions {
  readonly host: string;
  readonly port: number;
  readonly maps?: readonly Method[];
  readonly out?: string;
  readonly force?: boolean;
  readonly cacheDir?: string;
}

const AHEAD: readonly Method[] = ['pca', 'umap'];

export async function serveCommand(
  names: readonly string[],
  { maps, out, force = false, ...options }: ServeCommandOptions,
  context: CommandContext,
): Promise<void> {
  if (out !== undefined) await requireFreeSite(out, force);
  const site = await openSite(names, options.cacheDir, context);
  if (out === undefined) await serveSite(site, { ...options, maps: maps ?? AHEAD }, context);
  else await exportSite(site, out, { ...options, maps, force }, context);
}
