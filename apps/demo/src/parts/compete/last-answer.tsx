import type { JSX } from 'preact';
import { Picture } from '../../ui/picture.tsx';

interface LastAnswerProps {
  readonly pixels: Uint8Array | undefined;
  /** undefined: there is none yet. */
  readonly answer: string | undefined;
  /** What the image is; undefined while that is not told. */
  readonly truth: string | undefined;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
}

/** The answer before, and how it was. Its place is there from the beginning, so that nothing jumps. */
export function LastAnswer({ pixels, answer, truth, canUndo, onUndo }: LastAnswerProps): JSX.Element {
  return (
    <div class="compete-last">
      <Picture pixels={pixels} size={42} alt="" />
      <p role="status">
        <Verdict answer={answer} truth={truth} />
      </p>
      <button
        type="button"
        class="button"
        disabled={!canUndo}
        aria-keyshortcuts="Backspace"
        title={
          canUndo || answer === undefined ? 'Backspace' : 'You have seen the label, so the answer stands'
        }
        onClick={onUndo}
      >
        Undo
      </button>
    </div>
  );
}

function Verdict({ answer, truth }: Pick<LastAnswerProps, 'answer' | 'truth'>): JSX.Element {
  if (answer === undefined) return <span class="note">Your last answer will stand here.</span>;
  if (truth === undefined) return <>You said {answer}.</>;
  if (truth === answer)
    return (
      <>
        <b class="compete-right">Right:</b> {truth}.
      </>
    );
  return (
    <>
      <b class="compete-wrong">No:</b> the label is {truth}, you said {answer}.
    </>
  );
}
