import { estimators } from '@fashion-mnist/models';
import { type Command, Option } from 'commander';
import { type TrainCommandOptions, trainCommand } from '../commands/train.ts';
import type { TrainNetworkCommandOptions } from '../commands/train-network.ts';
import { addEstimatorOptions } from '../models/estimator-options.ts';
import { shortName } from '../models/model-names.ts';
import { NETWORK_TITLES } from '../networks/network-titles.ts';
import { helpStyle } from './help-style.ts';
import { addExamples } from './options.ts';
import { type CommandAction, run } from './run.ts';
import { addClassifierOptions, addNetworkOptions, addTrainOptions } from './train-options.ts';

/** Gives `train` a command for each classifier and each network, with options of their own. */
export function addTrainedModels(train: Command, signal: AbortSignal): void {
  train.configureHelp({
    ...helpStyle,
    subcommandDescription: (command) => command.alias() ?? command.description(),
  });
  train.commandsGroup('Classifiers:');
  for (const estimator of estimators) {
    const command = addTo(train, shortName(estimator))
      .alias(estimator.name)
      .description(`scikit-learn's ${estimator.name}`);
    addClassifierOptions(addTrainOptions(command));
    addEstimatorOptions(command, estimator);
    const action: CommandAction<[string], TrainCommandOptions> = (argument, options, context) =>
      trainCommand(estimator, argument, options, context);
    command.action(run(async () => action, signal));
    addExamples(command, examplesOf(command.name()));
  }
  train.commandsGroup('Networks:');
  for (const [name, title] of NETWORK_TITLES) {
    const command = addTo(train, name).description(title);
    addNetworkOptions(addTrainOptions(command));
    command.action(run(() => networkAction(name), signal));
    addExamples(command, examplesOf(name));
  }
}

function examplesOf(name: string): readonly string[] {
  return [
    `fashion-mnist train ${name} --validation 10000`,
    `fashion-mnist train ${name} mnist --out ${name}.safetensors --confusion confusion.png`,
  ];
}

function addTo(train: Command, name: string): Command {
  return train
    .command(name)
    .addOption(new Option('--json', 'print one JSON document, errors included'))
    .addOption(new Option('--quiet', 'print nothing but errors'));
}

async function networkAction(name: string): Promise<CommandAction<[string], TrainNetworkCommandOptions>> {
  const { trainNetworkCommand } = await import('../commands/train-network.ts');
  return (argument, options, context) => trainNetworkCommand(name, argument, options, context);
}
