import { Argument, Option } from 'commander';
import { ENGINES, METHODS } from '../maps/map-document.ts';
import { MAP_SPLITS } from '../maps/map-source.ts';
import { parsePath, parsePort, parseThreads, parseWholeNumber } from '../parse-options.ts';
import { LOCAL_HOST } from '../server/http/allowed-hosts.ts';
import { type AddCommand, addExamples, cacheOption, datasetArgument, datasetList } from './options.ts';
import { run } from './run.ts';

/** The commands that learn from the data and show them as maps. */
export function addMapCommands(add: AddCommand, signal: AbortSignal): void {
  const embed = add(
    'embed',
    'place the pictures on a map; serve shows it when it is of all of a split, --out writes it',
  )
    .addArgument(datasetArgument())
    .addOption(new Option('--method <method>').choices(METHODS).makeOptionMandatory())
    .addOption(new Option('--split <split>').choices(MAP_SPLITS).default('test'))
    .option('--count <number>', 'only the first pictures; by default all', parseWholeNumber)
    .option('--seed <number>', 'same seed, same map', parseWholeNumber, 42)
    .addOption(
      new Option('--engine <engine>', 'reference is umap-js or tsne-js, for fewer pictures')
        .choices(ENGINES)
        .default('fast'),
    )
    .option('--threads <number>', 'in place of FASHION_MNIST_THREADS or all cores', parseThreads)
    .option('--beside <dataset>', 'the same map of another dataset, in the same figure')
    .option('--out <files...>', 'write the map as .csv, .json, .svg or .png')
    .option('--thumbnails <file.png>', 'write a picture of the pictures at their places', parsePath)
    .option('--projector <folder>', "write what TensorBoard's projector loads", parsePath)
    .option('--force', 'overwrite files, and the folder, that exist')
    .addOption(cacheOption())
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/embed.ts')).embedCommand, signal));
  addExamples(embed, [
    'fashion-mnist embed --method pca',
    'fashion-mnist embed --method umap --split all --out map.csv map.png',
    'fashion-mnist embed --method tsne --beside mnist --out both.svg',
  ]);

  addServeCommand(add, signal);

  const tour = add('tour', 'the whole way: fetch, verify, learn, map, draw and serve')
    .option('--out <folder>', 'where the pictures go', parsePath, 'out')
    .option('--serve', 'serve the page at the end, also without a terminal')
    .option('--no-serve', 'end when the pictures are written')
    .addOption(portOption())
    .addOption(cacheOption())
    .action(run(async () => (await import('../commands/tour.ts')).tourCommand, signal));
  addExamples(tour, ['fashion-mnist tour', 'fashion-mnist tour --no-serve --out pictures']);
}

function addServeCommand(add: AddCommand, signal: AbortSignal): void {
  const serve = add(
    'serve',
    'the web page over the pictures and their maps, on this machine only; Ctrl-C ends it',
  )
    .addArgument(
      new Argument(
        '[datasets...]',
        'names of the list below, paths of JSON definitions, or folders that convert has written; by default fashion-mnist, and mnist where it can be reached',
      ),
    )
    .addOption(portOption())
    .option(
      '--host <address>',
      'where to listen; with 0.0.0.0 others on the network see the page',
      LOCAL_HOST,
    )
    .addOption(
      new Option(
        '--maps <methods...>',
        'the maps to have before the address is told, pca and umap by default; the others follow while it serves',
      ).choices(METHODS),
    )
    .option(
      '--out <folder>',
      'write page and data for a host of static files, in place of serving',
      parsePath,
    )
    .option('--force', 'replace the folder that an earlier --out has written')
    .addOption(cacheOption())
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/serve.ts')).serveCommand, signal));
  addExamples(serve, [
    'fashion-mnist serve --port 8080',
    'fashion-mnist serve my-data fashion-mnist --maps pca',
    'fashion-mnist serve --out site',
  ]);
}

function portOption(): Option {
  return new Option('--port <number>', 'where to listen; by default any free port')
    .argParser(parsePort)
    .default(0);
}
