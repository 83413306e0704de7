import { describeDataset } from '@fashion-mnist/dataset-fetch';
import { Option } from 'commander';
import { parseCount, parsePath } from '../parse-options.ts';
import { type AddCommand, addExamples, threadsOption } from './options.ts';
import { run } from './run.ts';

/** What the decoder refuses unless told otherwise; `decodePhoto` says why. */
const MAX_PIXELS = 2 ** 27;

/** The command that makes images of photos. */
export function addPhotoCommands(add: AddCommand, signal: AbortSignal): void {
  const convert = add(
    'convert',
    'own photos as images like those of Fashion-MNIST, with a report of how alike they are',
  )
    .argument('<photos...>', 'JPEG, PNG, WebP, AVIF, TIFF and GIF files, and folders of them')
    .requiredOption('--out <folder>', 'where the IDX files and report.json go', parsePath)
    .option('--labels <file.csv>', 'what each photo shows: lines of file,label', parsePath)
    .addOption(
      new Option(
        '--label-by-folder',
        'photos lie in a folder for each class, such as 3-dress, Dress or 3',
      ).conflicts('labels'),
    )
    .addOption(splitOption())
    .option('--remove-background', 'make the background white first, of photos that were not shot on white')
    .option('--stages', 'also a picture per photo that shows it after every step')
    .option('--max-pixels <number>', 'refuse photos with more', parseCount, MAX_PIXELS)
    .addOption(threadsOption())
    .option('--force', 'replace what an earlier conversion has written')
    .addHelpText('after', classList)
    .action(run(async () => (await import('../commands/convert.ts')).convertCommand, signal));
  addExamples(convert, [
    'fashion-mnist convert photos --labels labels.csv --out my-data',
    'fashion-mnist convert photos --label-by-folder --remove-background --stages --out my-data',
    'fashion-mnist show my-data --grid 2x5',
  ]);
}

function splitOption(): Option {
  return new Option('--split <split>', 'what the other commands take the images for')
    .choices(['train', 'test'])
    .default('test');
}

function classList(): string {
  const classes = describeDataset('fashion-mnist').classNames.map((name, label) => `  ${label}  ${name}`);
  return ['', 'Labels are numbers, or names of classes:', ...classes].join('\n');
}
