import type { HumanProtocol } from '@fashion-mnist/benchmark/leaderboard';
import type { JSX } from 'preact';
import { Choice } from '../../ui/choice.tsx';
import { AnswerFiles } from './answer-files.tsx';
import { newTrial, type Trial, tellAtOnce } from './trial.ts';
import { randomName } from './use-trial.ts';

interface SettingsProps {
  readonly trial: Trial;
  readonly protocol: HumanProtocol;
  readonly onChange: (trial: Trial) => void;
}

const LONGEST_NAME = 40;

/** Who answers, when labels are told, and what becomes of the answers. */
export function Settings({ trial, protocol, onChange }: SettingsProps): JSX.Element {
  const { annotator, answers, isToldAtOnce } = trial;
  const hasBegun = answers.length > 0;
  return (
    <section class="compete-settings" aria-label="Settings">
      <label class="field">
        <span>Your name, as it will stand in the file{hasBegun && '; it stays until you start again'}</span>
        <input
          type="text"
          maxLength={LONGEST_NAME}
          value={annotator}
          disabled={hasBegun}
          autocomplete="off"
          onChange={({ currentTarget }) =>
            onChange(newTrial(currentTarget.value.trim() || randomName(), isToldAtOnce))
          }
        />
      </label>
      <div class="field">
        <span class="field-label">Labels are told</span>
        <Choice
          legend="When labels are told"
          options={[
            { value: 'at-once', title: 'After each answer' },
            { value: 'at-end', title: 'At the end' },
          ]}
          value={isToldAtOnce ? 'at-once' : 'at-end'}
          onChange={(value) => onChange(tellAtOnce(trial, value === 'at-once'))}
        />
        <small class="note">
          {isToldAtOnce
            ? 'An answer stands once its label was told. The protocol tells them at the end; then you can undo, too.'
            : 'As in the protocol: you can undo until you ask for your result.'}
        </small>
      </div>
      <AnswerFiles trial={trial} protocol={protocol} onChange={onChange} />
    </section>
  );
}
