import { Option } from 'commander';
import { EXPORT_FORMATS } from '../export/export-format.ts';
import { parseGrid, parsePath, parseWholeNumber } from '../parse-options.ts';
import {
  type AddCommand,
  addExamples,
  addNote,
  cacheOption,
  datasetArgument,
  datasetList,
  splitOption,
} from './options.ts';
import { run } from './run.ts';

const TRANSFORM_NOTE =
  'What comes out of --transform as bytes is shown as it is. Other numbers are shown in proportion, the least of the sheet black and the greatest white. Scalers without a state learn from all pictures of the split.';

/** The commands that handle the data as they are. */
export function addDataCommands(add: AddCommand, signal: AbortSignal): void {
  addFetchCommand(add, signal);
  addInfoCommand(add, signal);
  addShowCommand(add, signal);
  addExportCommand(add, signal);
  addCiteCommand(add, signal);
}

function addFetchCommand(add: AddCommand, signal: AbortSignal): void {
  const fetch = add('fetch', 'download or copy a dataset, verify it and keep it in the cache')
    .addArgument(datasetArgument())
    .option(
      '--from <place>',
      'a folder or a web address with the files, in place of the usual sources',
      parsePath,
    )
    .addOption(cacheOption())
    .option('--offline', 'take nothing but what the cache has, or the folder of --from')
    .option('--verify', 'hash every file of the cache again, also those untouched since they were verified')
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/fetch.ts')).fetchCommand, signal));
  addExamples(fetch, [
    'fashion-mnist fetch',
    'fashion-mnist fetch mnist --from /usr/share/dataset/mnist',
    'fashion-mnist fetch kmnist --offline --verify',
  ]);
}

function addInfoCommand(add: AddCommand, signal: AbortSignal): void {
  const info = add('info', 'counts, checksums, classes, mean and deviation of a dataset, or what a file is')
    .argument('<dataset|file>', 'a name of the list below, a JSON definition, or any other file')
    .addOption(cacheOption())
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/info.ts')).infoCommand, signal));
  addExamples(info, ['fashion-mnist info mnist', 'fashion-mnist info t10k-images-idx3-ubyte.gz']);
}

function addShowCommand(add: AddCommand, signal: AbortSignal): void {
  const show = add(
    'show',
    'a picture in the terminal, or a sheet of pictures as PNG; also what an augmentation does',
  )
    .addArgument(datasetArgument())
    .addOption(splitOption())
    .option('--index <number>', 'which picture', parseWholeNumber, 0)
    .option('--grid <rows>x<columns>', 'as many pictures, from --index on', parseGrid)
    .option(
      '--transform <preset>',
      'what the steps of a JSON file, or of a preset by name, make of a picture: a row each, first itself, then epoch by epoch',
      parsePath,
    )
    .option('--seed <number>', 'of the random numbers of --transform (default: 0)', parseWholeNumber)
    .option('--out <file.png>', 'write a PNG file', parsePath)
    .option('--force', 'overwrite the file if it exists')
    .addOption(cacheOption())
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/show.ts')).showCommand, signal));
  addNote(show, TRANSFORM_NOTE);
  addExamples(show, [
    'fashion-mnist show --index 12',
    'fashion-mnist show mnist --split train --grid 10x20 --out sheet.png',
    'fashion-mnist show --transform wrn-40-4 --grid 4x6 --seed 7',
  ]);
}

function addExportCommand(add: AddCommand, signal: AbortSignal): void {
  const exporting = add(
    'export',
    'a dataset in other forms: IDX, CSV as on Kaggle, folders of PNGs, a NumPy archive, TensorBoard',
  )
    .addArgument(datasetArgument())
    .addOption(new Option('--to <format>').choices(EXPORT_FORMATS).makeOptionMandatory())
    .requiredOption('--out <folder>', 'where the files go', parsePath)
    .addOption(new Option('--split <split>').choices(['train', 'test', 'both']).default('both'))
    .option('--count <number>', 'only the first pictures of each split', parseWholeNumber)
    .option('--gzip', 'idx: gzipped, in blocks, each file with its .gzi index')
    .option('--force', 'replace files, and png, projector: folders, that exist')
    .addOption(cacheOption())
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/export.ts')).exportCommand, signal));
  addExamples(exporting, [
    'fashion-mnist export --to csv --out tables',
    'fashion-mnist export mnist --to png --out pictures --split test --count 100',
    'fashion-mnist export --to projector --out logs --split test',
  ]);
}

function addCiteCommand(add: AddCommand, signal: AbortSignal): void {
  const cite = add('cite', 'how to cite a dataset, and its licence')
    .addArgument(datasetArgument())
    .option('--bibtex', 'as an entry for BibTeX alone')
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/cite.ts')).citeCommand, signal));
  addExamples(cite, ['fashion-mnist cite', 'fashion-mnist cite mnist --bibtex']);
}
