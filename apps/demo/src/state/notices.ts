import { type ReadonlySignal, signal } from '@preact/signals';

/** A sentence for the reader. */
export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'error';
  readonly text: string;
  readonly action?: { readonly title: string; readonly run: () => void } | undefined;
}

const list = signal<readonly Notice[]>([]);
let nextId = 0;

/** What is to be told at the moment, oldest first. */
export const notices: ReadonlySignal<readonly Notice[]> = list;

/** Tells something; the same sentence is told once at a time. */
export function notify(notice: Omit<Notice, 'id'>): void {
  nextId += 1;
  const id = nextId;
  list.value = [...list.value.filter(({ text }) => text !== notice.text), { ...notice, id }];
  if (notice.kind === 'info' && notice.action === undefined) setTimeout(() => dismiss(id), 8000);
}

/** Tells what went wrong, in the words of the error. */
export function notifyError(error: unknown, doing: string): void {
  if (error instanceof DOMException && error.name === 'AbortError') return;
  notify({ kind: 'error', text: `${doing}: ${reasonOf(error)}` });
}

/** What an error says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function dismiss(id: number): void {
  list.value = list.value.filter((notice) => notice.id !== id);
}
