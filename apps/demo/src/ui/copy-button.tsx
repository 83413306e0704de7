import type { JSX } from 'preact';
import { notify } from '../state/notices.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What stands on the button. */
  readonly title: string;
  /** Told once it is copied. */
  readonly done: string;
}

/** Puts a text on the clipboard; where the browser refuses, the text is shown to be copied by hand. */
export function CopyButton({ text, title, done }: CopyButtonProps): JSX.Element {
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      notify({ kind: 'info', text: done });
    } catch {
      notify({ kind: 'error', text: `This browser does not let the page copy. The text is: ${text}` });
    }
  }
  return (
    <button type="button" class="button" onClick={() => void copy()}>
      {title}
    </button>
  );
}
