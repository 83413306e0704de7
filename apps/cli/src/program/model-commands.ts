import { Argument, type Command } from 'commander';
import { type CommonOptions, createContext } from '../context.ts';
import { parsePath, parseWholeNumber } from '../parse-options.ts';
import { type AddCommand, cacheOption, confusionOption, splitOption, threadsOption } from './options.ts';
import { run } from './run.ts';

/** The command that has classifiers and networks as commands of its own, once `addTrainedModels` has given them to it. */
export function addTrainCommand(program: Command): Command {
  return program
    .command('train')
    .description('let a classifier or a network learn; train --help lists them, train <model> --help their options');
}

/** The commands that use what has been trained. */
export function addModelCommands(add: AddCommand, signal: AbortSignal): void {
  add('evaluate', 'how good a trained model is: accuracy, every class, confusions')
    .argument('<model>', 'a file that train wrote')
    .option('--dataset <dataset>', 'in place of the one that it has learned from')
    .addOption(splitOption())
    .option('--count <number>', 'only the first pictures', parseWholeNumber)
    .option('--flips', 'networks: the mean of the answers for a picture and its mirror image')
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
