import type { View } from '../views.ts';
import { allElements } from './require-element.ts';

const DONE_MS = 1500;

/** Buttons put the command of their row on the clipboard: of both datasets where both are shown. */
export function copyCommands(viewOf: () => View): void {
  for (const button of allElements('td.command button', HTMLButtonElement))
    button.addEventListener('click', () => void copy(button, viewOf()));
}

async function copy(button: HTMLButtonElement, view: View): Promise<void> {
  const { fashion = '', mnist = '' } = button.dataset;
  const command = { fashion, mnist, both: `${fashion}\n${mnist}` }[view];
  try {
    await navigator.clipboard.writeText(command);
  } catch {
    prompt('Copy this command', command);
    return;
  }
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = 'Copy'), DONE_MS);
}
