import type { HumanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import type { JSX } from 'preact';
import { notify, notifyError } from '../../state/notices.ts';
import { download } from '../../ui/download.ts';
import { answersOfOne, formatAnswers, parseAnswers } from './answers-file.ts';
import { newTrial, type Trial } from './trial.ts';

interface AnswerFilesProps {
  readonly trial: Trial;
  readonly protocol: HumanProtocol;
  readonly onChange: (trial: Trial) => void;
}

/** Saving the answers, going on with saved ones, beginning anew. */
export function AnswerFiles({ trial, protocol, onChange }: AnswerFilesProps): JSX.Element {
  const { annotator, answers, isToldAtOnce } = trial;
  return (
    <div class="compete-files">
      <button
        type="button"
        class="button"
        disabled={answers.length === 0}
        onClick={() => exportAnswers(trial, protocol)}
      >
        Save the answers
      </button>
      <label class="button compete-open">
        Go on with saved ones…
        <input
          type="file"
          accept=".jsonl,.json,.csv,.txt"
          class="visually-hidden"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = '';
            if (file !== undefined) void openAnswers(file, { trial, protocol, onChange });
          }}
        />
      </label>
      <button
        type="button"
        class="button"
        disabled={answers.length === 0}
        onClick={() => {
          onChange(newTrial(annotator, isToldAtOnce));
          notify({
            kind: 'info',
            text: `Your ${answers.length} answers are gone.`,
            action: { title: 'Bring them back', run: () => onChange(trial) },
          });
        }}
      >
        Start again
      </button>
    </div>
  );
}

/** Nothing is saved that the leaderboard would not take. */
function exportAnswers({ annotator, answers }: Trial, protocol: HumanProtocol): void {
  try {
    const text = formatAnswers(answers);
    parseAnswers(text, protocol);
    const name = annotator.replaceAll(/[^\p{Letter}\p{Number}_-]+/gu, '-');
    download(`fashion-mnist-answers-${name}.jsonl`, new Blob([text], { type: 'application/jsonl' }));
  } catch (error) {
    notifyError(error, 'The answers cannot be saved');
  }
}

const MOST_BYTES = 2 ** 20;

async function openAnswers(file: File, { trial, protocol, onChange }: AnswerFilesProps): Promise<void> {
  try {
    if (file.size > MOST_BYTES) throw new Error(`${file.name} is too large for the answers of one person`);
    const answers = answersOfOne(await file.text(), protocol);
    const annotator = answers[0]?.annotator ?? trial.annotator;
    onChange({ ...trial, annotator, answers, revealed: answers.length });
    notify({
      kind: 'info',
      text: `You go on after ${answers.length} answers of ${annotator}.`,
      ...(trial.answers.length > 0 && {
        action: { title: 'Back to the answers before', run: () => onChange(trial) },
      }),
    });
  } catch (error) {
    notifyError(error, 'The answers cannot be opened');
  }
}
