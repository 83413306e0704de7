import { describeDataset } from '@fashion-mnist/dataset-fetch';
import type { CommandContext, CommonOptions } from '../context.ts';
import { LOCAL_HOST } from '../server/http/allowed-hosts.ts';
import { openSite } from '../server/open-site.ts';
import { serveSite } from '../server/serve-site.ts';
import { type TourOptions, walkTour } from '../tour/walk-tour.ts';

export interface TourCommandOptions extends CommonOptions, TourOptions {
  readonly serve?: boolean;
  readonly port: number;
}

/** The whole way, walked once: what a newcomer sees first. */
export async function tourCommand(options: TourCommandOptions, context: CommandContext): Promise<void> {
  const { summary, result } = await walkTour(describeDataset('fashion-mnist'), options, context);
  if (!(options.serve ?? isTerminal())) return context.print(summary, result);
  context.say(summary);
  await servePage(options, {
    ...context,
    print: (lines, served) => context.print(lines, { ...result, served }),
  });
}

/** The tour has waited for maps long enough: but for PCA, those of all images follow. */
async function servePage({ port, cacheDir }: TourCommandOptions, context: CommandContext): Promise<void> {
  const site = await openSite([], cacheDir, context);
  await serveSite(site, { host: LOCAL_HOST, port, cacheDir, maps: ['pca'] }, context);
}

function isTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}
