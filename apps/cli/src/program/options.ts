import { describeDataset, listDatasets } from '@fashion-mnist/dataset-fetch';
import { Argument, type Command, Option } from 'commander';
import { parsePath, parseThreads } from '../parse-options.ts';

/** Columns of a terminal that does not say. */
const USUAL_WIDTH = 80;

/** Adds a command that has the options which every command takes. */
export type AddCommand = (name: string, description: string) => Command;

export function addTo(parent: Command): AddCommand {
  return (name, description) =>
    parent
      .command(name)
      .description(description)
      .addOption(new Option('--json', 'print one JSON document, errors included'))
      .addOption(new Option('--quiet', 'print nothing but errors'));
}

/** Puts examples at the end of a command's help, a line each. */
export function addExamples(command: Command, lines: readonly string[]): Command {
  return command.addHelpText('after', ['', 'Examples:', ...lines.map((line) => `  ${line}`)].join('\n'));
}

/** Puts prose at the end of a command's help, in lines that fit. */
export function addNote(command: Command, text: string): Command {
  return command.addHelpText('after', () => `\n${command.createHelp().boxWrap(text, helpWidth(command))}`);
}

function helpWidth(command: Command): number {
  return command.configureOutput().getOutHelpWidth?.() ?? USUAL_WIDTH;
}

export function datasetArgument(): Argument {
  return new Argument(
    '[dataset]',
    'a name of the list below, the path of a JSON definition, or a folder that convert has written',
  ).default('fashion-mnist');
}

export function cacheOption(): Option {
  return new Option(
    '--cache-dir <folder>',
    'where fetched files are kept, in place of FASHION_MNIST_CACHE',
  ).argParser(parsePath);
}

export function splitOption(): Option {
  return new Option('--split <split>').choices(['train', 'test']).default('test');
}

export function threadsOption(): Option {
  return new Option('--threads <number>', 'in place of FASHION_MNIST_THREADS or all cores').argParser(
    parseThreads,
  );
}

/** The names of all datasets and what they are, for the end of a help text. */
export function datasetList({ command }: { readonly command: Command }): string {
  const names = listDatasets();
  const width = Math.max(...names.map((name) => name.length));
  const help = command.createHelp();
  help.prepareContext({ helpWidth: helpWidth(command) });
  const lines = names.map((name) => help.formatItem(name, width, describeDataset(name).title, help));
  return ['', 'Datasets:', ...lines].join('\n');
}

export function confusionOption(): Option {
  return new Option('--confusion <file>', 'draw the confusion matrix as .png or .svg').argParser(parsePath);
}
