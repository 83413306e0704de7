import { listDatasets } from '@fashion-mnist/dataset-fetch';
import { Argument, Command, Option } from 'commander';
import { embedCommand } from './commands/embed.ts';
import { fetchCommand } from './commands/fetch.ts';
import { infoCommand } from './commands/info.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { tourCommand } from './commands/tour.ts';
import { type CommandContext, type CommonOptions, createContext } from './context.ts';
import { packageVersion } from './package-version.ts';
import { parseGrid, parseWholeNumber } from './parse-options.ts';

/** The commands and their options. Work stops when the signal is aborted. */
export function createProgram(signal: AbortSignal): Command {
  const program = new Command('fashion-mnist')
    .description('Fashion-MNIST and MNIST: fetched, verified, inspected, learned and mapped')
    .version(packageVersion())
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError();

  const add = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .addOption(new Option('--json', 'print one JSON document, errors included'))
      .addOption(new Option('--quiet', 'print nothing but errors'));

  add('fetch', 'download or copy a dataset, verify it and keep it in the cache')
    .addArgument(datasetArgument())
    .option('--from <place>', 'a folder or a web address with the files, in place of the usual sources')
    .addOption(cacheOption())
    .option('--offline', 'take nothing but what the cache has')
    .action(run(fetchCommand, signal));

  add('info', 'counts, checksums, classes, mean and deviation of a dataset, or the header of an IDX file')
    .argument('<dataset|file>', `one of ${listDatasets().join(', ')}, or the path of an IDX file`)
    .addOption(cacheOption())
    .action(run(infoCommand, signal));

  add('show', 'a picture in the terminal, or a sheet of pictures as PNG')
    .addArgument(datasetArgument())
    .addOption(splitOption())
    .option('--index <number>', 'which picture', parseWholeNumber, 0)
    .option('--grid <rows>x<columns>', 'as many pictures, from --index on', parseGrid)
    .option('--out <file.png>', 'write a PNG file')
    .option('--force', 'overwrite the file if it exists')
    .addOption(cacheOption())
    .action(run(showCommand, signal));

  add('embed', 'place the pictures on a map; serve shows it, --out writes it')
    .addArgument(datasetArgument())
    .addOption(new Option('--method <method>').choices(['pca', 'tsne', 'umap']).makeOptionMandatory())
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
    .action(run(embedCommand, signal));

  add('serve', 'the web page with the maps, on this machine only; Ctrl-C ends it')
    .addArgument(datasetArgument())
    .option('--port <number>', 'where to listen; by default any free port', parseWholeNumber, 0)
    .addOption(cacheOption())
    .action(run(serveCommand, signal));

  add('tour', 'the whole way: fetch, verify, learn, map, draw and serve')
    .option('--out <folder>', 'where the pictures go', 'out')
    .option('--serve', 'serve the page at the end, also without a terminal')
    .option('--no-serve', 'end when the pictures are written')
    .option('--port <number>', 'where to listen; by default any free port', parseWholeNumber, 0)
    .addOption(cacheOption())
    .action(run(tourCommand, signal));

  return program;
}

/** Commander hands over the arguments, then the options, then itself. */
function run<Options extends CommonOptions>(
  command: (argument: string, options: Options, context: CommandContext) => Promise<void>,
  signal: AbortSignal,
) {
  return async (...values: unknown[]): Promise<void> => {
    const options = values.at(-2) as Options;
    const context = createContext(options, signal);
    try {
      await command(values.length > 2 ? String(values[0]) : '', options, context);
    } finally {
      context.progress.stop();
    }
  };
}

function datasetArgument(): Argument {
  return new Argument('[dataset]', `one of ${listDatasets().join(', ')}`).default('fashion-mnist');
}

function cacheOption(): Option {
  return new Option('--cache-dir <folder>', 'where fetched files are kept, in place of FASHION_MNIST_CACHE');
}

function splitOption(): Option {
  return new Option('--split <split>').choices(['train', 'test']).default('test');
}
