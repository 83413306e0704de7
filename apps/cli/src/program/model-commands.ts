import { Argument, type Command, Option } from 'commander';
import { type CommonOptions, createContext } from '../context.ts';
import { parsePath, parseWholeNumber } from '../parse-options.ts';
import { type AddCommand, cacheOption, datasetArgument, splitOption, threadsOption } from './options.ts';
import { run } from './run.ts';

/** The command that has the classifiers as commands of its own, once `addTrainedModels` has given them to it. */
export function addTrainCommand(program: Command): Command {
  return program
    .command('train')
    .description('let a classifier learn; train --help lists them, train <model> --help their options');
}

/** The commands that use what has been trained. */
export function addModelCommands(add: AddCommand, signal: AbortSignal): void {
  add('evaluate', 'how good a trained model is: accuracy, every class, confusions')
    .argument('<model>', 'a file that train wrote')
    .option('--dataset <dataset>', 'in place of the one that it has learned from')
    .addOption(splitOption())
    .option('--count <number>', 'only the first pictures', parseWholeNumber)
    .addOption(threadsOption())
    .addOption(confusionOption())
    .option('--force', 'overwrite files that exist')
    .addOption(cacheOption())
    .action(run(async () => (await import('../commands/evaluate.ts')).evaluateCommand, signal));

  add('predict', 'what a trained model takes pictures for')
    .argument('<model>', 'a file that train wrote')
    .addArgument(new Argument('<pictures...>', 'PNG files, or IDX files of many'))
    .addOption(threadsOption())
    .action(async (model: string, pictures: readonly string[], options: CommonOptions) => {
      const context = createContext(options, signal);
      try {
        const { predictCommand } = await import('../commands/predict.ts');
        await predictCommand(model, pictures, options, context);
      } finally {
        context.progress.stop();
      }
    });
}

/** Options of `train` that do not depend on the model. */
export function addTrainOptions(command: Command): Command {
  return command
    .addArgument(datasetArgument())
    .option('--count <number>', 'only the first pictures of the training split', parseWholeNumber)
    .option(
      '--validation <number>',
      'hold so many training pictures out, and judge by them instead of the test pictures',
      parseWholeNumber,
    )
    .option('--scale', 'standardise each feature; the default unless --hog is set')
    .option('--no-scale', 'leave the features as they are')
    .option('--hog', 'learn from histograms of oriented gradients instead of pixels')
    .option('--pca <number>', 'keep so many principal components of the features', parseWholeNumber)
    .option('--seed <number>', 'same seed, same model', parseWholeNumber, 42)
    .addOption(threadsOption())
    .option('--out <file>', 'write the model, as safetensors', parsePath)
    .addOption(confusionOption())
    .option('--force', 'overwrite files that exist')
    .addOption(cacheOption());
}

function confusionOption(): Option {
  return new Option('--confusion <file>', 'draw the confusion matrix as .png or .svg').argParser(parsePath);
}
