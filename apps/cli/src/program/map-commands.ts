import { Option } from 'commander';
import { METHODS } from '../maps/map-document.ts';
import { parsePath, parsePort, parseWholeNumber } from '../parse-options.ts';
import { type AddCommand, cacheOption, datasetArgument, datasetList, splitOption } from './options.ts';
import { run } from './run.ts';

/** The commands that learn from the data and show them as maps. */
export function addMapCommands(add: AddCommand, signal: AbortSignal): void {
  add('embed', 'place the pictures on a map; serve shows it, --out writes it')
    .addArgument(datasetArgument())
    .addOption(new Option('--method <method>').choices(METHODS).makeOptionMandatory())
    .addOption(splitOption())
    .option(
      '--count <number>',
      'how many pictures; by default all in PCA, 1500 in UMAP, 300 in t-SNE',
      parseWholeNumber,
    )
    .option('--seed <number>', 'same seed, same map', parseWholeNumber, 42)
    .option('--out <files...>', 'write the map as .csv, .json, .svg or .png')
    .option('--force', 'overwrite files that exist')
    .addOption(cacheOption())
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/embed.ts')).embedCommand, signal));

  add('serve', 'the web page with the maps, on this machine only; Ctrl-C ends it')
    .addArgument(datasetArgument())
    .addOption(portOption())
    .addOption(cacheOption())
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/serve.ts')).serveCommand, signal));

  add('tour', 'the whole way: fetch, verify, learn, map, draw and serve')
    .option('--out <folder>', 'where the pictures go', parsePath, 'out')
    .option('--serve', 'serve the page at the end, also without a terminal')
    .option('--no-serve', 'end when the pictures are written')
    .addOption(portOption())
    .addOption(cacheOption())
    .action(run(async () => (await import('../commands/tour.ts')).tourCommand, signal));
}

function portOption(): Option {
  return new Option('--port <number>', 'where to listen; by default any free port')
    .argParser(parsePort)
    .default(0);
}
