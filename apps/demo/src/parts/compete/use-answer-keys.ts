import { useLayoutEffect } from 'preact/hooks';

interface AnswerKeys {
  readonly isActive: boolean;
  readonly classCount: number;
  readonly onAnswer: (label: number) => void;
  readonly onUndo: () => void;
}

/** Digits answer and Backspace undoes, wherever the focus is but in a field. */
export function useAnswerKeys({ isActive, classCount, onAnswer, onUndo }: AnswerKeys): void {
  useLayoutEffect(() => {
    if (!isActive) return;
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      if (event.key === 'Backspace') onUndo();
      else if (/^\d$/.test(event.key) && Number(event.key) < classCount) onAnswer(Number(event.key));
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isActive, classCount, onAnswer, onUndo]);
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
