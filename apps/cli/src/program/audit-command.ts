import { Option } from 'commander';
import { parseCount, parsePath, parsePositive, parseWholeNumber } from '../parse-options.ts';
import {
  type AddCommand,
  addExamples,
  cacheOption,
  datasetArgument,
  datasetList,
  threadsOption,
} from './options.ts';
import { run } from './run.ts';

/** The command that looks for what is wrong with a dataset. */
export function addAuditCommand(add: AddCommand, signal: AbortSignal): void {
  const audit = add(
    'audit',
    'images that occur twice, test images among the training images, labels that may be wrong',
  )
    .addArgument(datasetArgument())
    .option(
      '--near <levels>',
      'near duplicates: pixels differ by at most so many of 255 grey levels, as root mean square',
      parsePositive,
      8,
    )
    .option('--no-labels', 'leave out the labels, which take longest')
    .option('--folds <number>', 'parts, each judged by a model of the others', parseCount, 5)
    .option('--seed <number>', 'same seed, same findings', parseWholeNumber, 42)
    .option('--count <number>', 'only the first pictures of each split', parseWholeNumber)
    .addOption(threadsOption())
    .addOption(
      new Option(
        '--compare <file>',
        'which images of a list are among the doubtful: a line train,12 or 12 for each',
      ).argParser(parsePath),
    )
    .option('--list <number>', 'findings of each kind that are printed', parseWholeNumber, 10)
    .option('--out <file>', 'write all findings as .csv or .json', parsePath)
    .option('--sheet <file.png>', 'write the images with the 400 most doubtful labels', parsePath)
    .option('--force', 'overwrite files that exist')
    .addOption(cacheOption())
    .addHelpText('after', datasetList)
    .action(run(async () => (await import('../commands/audit.ts')).auditCommand, signal));
  addExamples(audit, [
    'fashion-mnist audit --no-labels',
    'fashion-mnist audit mnist --out findings.csv --sheet doubtful.png',
    'fashion-mnist audit --compare known.txt --list 50',
  ]);
}
