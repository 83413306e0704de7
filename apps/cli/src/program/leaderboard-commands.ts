import { type Command, Option } from 'commander';
import { parseCount, parsePath, parseWholeNumber } from '../parse-options.ts';
import { type AddCommand, addExamples, addNote, addTo, cacheOption, threadsOption } from './options.ts';
import { refuseUnknownCommands } from './refuse-unknown-commands.ts';
import { run } from './run.ts';

/** The command that shows the leaderboard, and those that reproduce a row or hand one in. */
export function addLeaderboardCommands(add: AddCommand, signal: AbortSignal): void {
  const leaderboard = refuseUnknownCommands(
    add('leaderboard', 'what was claimed on Fashion-MNIST, and what of it is verified'),
  )
    .enablePositionalOptions()
    .addOption(new Option('--markdown', 'as the tables of the documentation').conflicts('json'))
    .action(run(async () => (await import('../commands/leaderboard.ts')).leaderboardCommand, signal));
  addExamples(leaderboard, [
    'fashion-mnist leaderboard',
    'fashion-mnist leaderboard run hog-svm --validation 10000',
  ]);
  addRunCommand(leaderboard, signal);
  addSubmitCommand(leaderboard, signal);
  addHumanCommand(leaderboard, signal);
}

function addRunCommand(leaderboard: Command, signal: AbortSignal): void {
  const running = addTo(leaderboard)('run', 'reproduce a row from its recipe')
    .argument('<row>', 'an id that leaderboard shows, as hog-svm')
    .option('--dataset <dataset>', 'only this one; by default all of which the row claims something')
    .option('--count <number>', 'only the first pictures of the training split', parseWholeNumber)
    .option(
      '--validation <number>',
      'hold so many training pictures out, and judge by them instead of the test pictures',
      parseWholeNumber,
    )
    .option('--seed <number>', "in place of the recipe's", parseWholeNumber)
    .addOption(threadsOption())
    .option(
      '--checkpoint <file>',
      'keep the training of a network there, and go on from there if the file exists; of several datasets one file each',
      parsePath,
    )
    .option('--model <file>', 'write the trained network; of several datasets one file each', parsePath)
    .option('--out <folder>', 'write the result, under a name of its own', parsePath)
    .addOption(cacheOption())
    .action(run(async () => (await import('../commands/leaderboard-run.ts')).leaderboardRunCommand, signal));
  addNote(running, 'The test set is used once: whoever tries settings takes --validation.');
  addExamples(running, [
    'fashion-mnist leaderboard run hog-svm --validation 10000',
    'fashion-mnist leaderboard run compact-20-minutes --checkpoint compact.checkpoint --out results',
  ]);
}

function addSubmitCommand(leaderboard: Command, signal: AbortSignal): void {
  const submit = addTo(leaderboard)(
    'submit',
    'check predictions, and write a row of them that is ready for a pull request',
  )
    .argument(
      '<file>',
      'a label a line, a table index,label, an IDX file, or a JSON document with all that is asked',
    )
    .option('--classifier <text>', 'what predicted, as "3 Conv+2 FC"')
    .option('--preprocessing <text>', 'what was done to the pictures; by default nothing')
    .option('--submitter <text>', 'who hands it in, as @name')
    .option('--code <address...>', 'where the code is')
    .option(
      '--dataset <dataset>',
      'what was predicted: fashion-mnist, unless the document says otherwise, or mnist',
    )
    .option('--test-set-used-once', 'your statement that nothing was chosen by looking at the test pictures')
    .option('--out <folder>', 'write the row, under a name of its own', parsePath)
    .addOption(cacheOption())
    .action(
      run(async () => (await import('../commands/leaderboard-submit.ts')).leaderboardSubmitCommand, signal),
    );
  addExamples(submit, [
    "fashion-mnist leaderboard submit labels.txt --classifier '3 Conv' --submitter @me --code https://example.org/code --test-set-used-once",
    'fashion-mnist leaderboard submit row.json --out packages/benchmark/leaderboard/results',
  ]);
}

function addHumanCommand(leaderboard: Command, signal: AbortSignal): void {
  const human = addTo(leaderboard)(
    'human',
    'judge what people have taken test images for, as the page exports it',
  )
    .argument('<files...>', 'answers as JSON lines, or as tables index,annotator,label,seconds; together')
    .addOption(new Option('--dataset <dataset>', 'what the images are of').default('fashion-mnist'))
    .option('--answers <number>', 'for each image, by different people (default: 3)', parseCount)
    .option('--images <number>', 'that were shown (default: 1000)', parseCount)
    .option('--seed <number>', 'by which they were drawn (default: 42)', parseWholeNumber)
    .option('--partial', 'judge the images that have all their answers, although others lack some')
    .addOption(cacheOption())
    .action(
      run(async () => (await import('../commands/leaderboard-human.ts')).leaderboardHumanCommand, signal),
    );
  addExamples(human, [
    'fashion-mnist leaderboard human ada.jsonl bob.jsonl cem.jsonl',
    'fashion-mnist leaderboard human ada.jsonl --answers 1 --partial',
  ]);
}
