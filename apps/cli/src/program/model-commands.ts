import { Argument, type Command, Option } from 'commander';
import { MODEL_FORMATS } from '../networks/model-format.ts';
import { parsePath, parseWholeNumber } from '../parse-options.ts';
import {
  type AddCommand,
  addExamples,
  cacheOption,
  confusionOption,
  splitOption,
  threadsOption,
} from './options.ts';
import { run } from './run.ts';

/** The command that has classifiers and networks as commands of its own, once `addTrainedModels` has given them to it. */
export function addTrainCommand(program: Command): Command {
  const train = program
    .command('train')
    .description(
      'let a classifier or a network learn; train --help lists them, train <model> --help their options',
    );
  return addExamples(train, [
    'fashion-mnist train random-forest --validation 10000',
    'fashion-mnist train svc --hog --pca 150 --C 5 --gamma 2.25 --out hog-svm.safetensors',
    'fashion-mnist train compact --out compact.safetensors --curves curves.png',
  ]);
}

/** The commands that use what has been trained. */
export function addModelCommands(add: AddCommand, signal: AbortSignal): void {
  const evaluate = add('evaluate', 'how good a trained model is: accuracy, every class, confusions')
    .argument('<model>', 'a file that train wrote')
    .option('--dataset <dataset>', 'in place of the one that it has learned from')
    .addOption(splitOption())
    .option('--count <number>', 'only the first pictures', parseWholeNumber)
    .addOption(flipsOption())
    .addOption(threadsOption())
    .addOption(confusionOption())
    .option('--force', 'overwrite files that exist')
    .addOption(cacheOption())
    .action(run(async () => (await import('../commands/evaluate.ts')).evaluateCommand, signal));
  addExamples(evaluate, [
    'fashion-mnist evaluate forest.safetensors --split train',
    'fashion-mnist evaluate compact.safetensors --flips --confusion confusion.png',
  ]);

  const predict = add('predict', 'what a trained model takes pictures for')
    .argument('<model>', 'a file that train wrote')
    .addArgument(new Argument('<pictures...>', 'photos, PNG files of the size it knows, IDX files of many'))
    .addOption(flipsOption())
    .option('--remove-background', 'of photos that were not shot on white')
    .option('--no-convert', 'take no photos: only pictures as the model has learned from')
    .addOption(threadsOption())
    .action(run(async () => (await import('../commands/predict.ts')).predictCommand, signal));
  addExamples(predict, [
    'fashion-mnist predict compact.safetensors photo.jpg --remove-background',
    'fashion-mnist predict forest.safetensors my-data/images-idx3-ubyte.gz',
  ]);

  addExportModelCommand(add, signal);
}

function addExportModelCommand(add: AddCommand, signal: AbortSignal): void {
  const exporting = add(
    'export-model',
    'a trained network for other programs: ONNX, or a LayersModel of TensorFlow.js',
  )
    .argument('<model>', 'a file that train wrote')
    .addOption(new Option('--to <format>').choices(MODEL_FORMATS).makeOptionMandatory())
    .requiredOption('--out <path>', 'onnx: a file; layers-model: a folder', parsePath)
    .option('--force', 'replace what an earlier export has written')
    .action(run(async () => (await import('../commands/export-model.ts')).exportModelCommand, signal));
  addExamples(exporting, [
    'fashion-mnist export-model compact.safetensors --to onnx --out compact.onnx',
    'fashion-mnist export-model compact.safetensors --to layers-model --out web-model',
  ]);
}

function flipsOption(): Option {
  return new Option('--flips', 'networks: the mean of the answers for a picture and its mirror image');
}
