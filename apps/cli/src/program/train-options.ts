import { type Command, Option } from 'commander';
import { parseCount, parsePath, parsePositive, parseWholeNumber } from '../parse-options.ts';
import { addNote, cacheOption, confusionOption, datasetArgument, threadsOption } from './options.ts';

/** Options of `train` for every kind of model. */
export function addTrainOptions(command: Command): Command {
  return command
    .addArgument(datasetArgument())
    .option('--count <number>', 'only the first pictures of the training split', parseWholeNumber)
    .option(
      '--validation <number>',
      'hold so many training pictures out, and judge by them instead of the test pictures',
      parseWholeNumber,
    )
    .option('--seed <number>', 'same seed, same model', parseWholeNumber, 42)
    .addOption(threadsOption())
    .option('--out <file>', 'write the model, as safetensors', parsePath)
    .addOption(confusionOption())
    .option('--force', 'overwrite files that exist')
    .addOption(cacheOption());
}

/** What is done to pictures before a classifier sees them. */
export function addClassifierOptions(command: Command): Command {
  return command
    .option('--scale', 'standardise each feature; the default unless --hog is set')
    .option('--no-scale', 'leave the features as they are')
    .option('--hog', 'learn from histograms of oriented gradients instead of pixels')
    .option('--pca <number>', 'keep so many principal components of the features', parseWholeNumber);
}

const NETWORK_NOTE =
  'The learning rate rises and falls once (one-cycle) under AdamW. Pictures are shifted, those of clothes mirrored, and normalised, unless --preset says otherwise. Ctrl-C writes the checkpoint; the same command with --resume goes on from there, with the result of a training that was never interrupted. A checkpoint is taken away once --out has been written.';

/** How a network is trained. */
export function addNetworkOptions(command: Command): Command {
  command
    .optionsGroup('Options of the training:')
    .option('--epochs <number>', 'passes through the training pictures', parseCount, 10)
    .option('--batch-size <number>', 'pictures of a step', parseCount, 128)
    .option(
      '--learning-rate <number>',
      'its greatest (default: 0.003, or 0.001 without batch normalisation)',
      parsePositive,
    )
    .option(
      '--preset <preset>',
      'what is done to pictures: steps of a JSON file, or a preset by name; those by chance only in training',
      parsePath,
    )
    .option(
      '--checkpoint <file>',
      'keep the training there every 10 minutes and at Ctrl-C (default: beside --out)',
      parsePath,
    )
    .addOption(new Option('--resume', 'go on from the checkpoint'))
    .option('--curves <file>', 'draw loss and accuracy of each epoch as .png or .svg', parsePath);
  return addNote(command, NETWORK_NOTE);
}
