import { estimators } from '@fashion-mnist/models';
import { type Command, Option } from 'commander';
import { type TrainCommandOptions, trainCommand } from '../commands/train.ts';
import { addEstimatorOptions } from '../models/estimator-options.ts';
import { shortName } from '../models/model-names.ts';
import { addTrainOptions } from './model-commands.ts';
import { type CommandAction, run } from './run.ts';

/** Gives `train` a command for each classifier, with the classifier's own options. */
export function addTrainedModels(train: Command, signal: AbortSignal): void {
  train.configureHelp({
    subcommandTerm: (command) => command.name(),
    subcommandDescription: (command) => command.alias(),
  });
  for (const estimator of estimators) {
    const command = train
      .command(shortName(estimator))
      .alias(estimator.name)
      .description(`scikit-learn's ${estimator.name}`)
      .addOption(new Option('--json', 'print one JSON document, errors included'))
      .addOption(new Option('--quiet', 'print nothing but errors'));
    addTrainOptions(command);
    addEstimatorOptions(command, estimator);
    const action: CommandAction<TrainCommandOptions> = (argument, options, context) =>
      trainCommand(estimator, argument, options, context);
    command.action(run(async () => action, signal));
  }
}
