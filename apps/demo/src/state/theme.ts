import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { keep, readKept } from './kept.ts';

export type Theme = 'light' | 'dark';

const KEY = 'theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const system = signal<Theme>(dark.matches ? 'dark' : 'light');
dark.addEventListener('change', ({ matches }) => {
  system.value = matches ? 'dark' : 'light';
});

const kept = readKept(KEY);
const chosen = signal<Theme | undefined>(kept === 'light' || kept === 'dark' ? kept : undefined);

/** The theme in force: the reader's choice, else the system's. */
export const theme: ReadonlySignal<Theme> = computed(() => chosen.value ?? system.value);

export function toggleTheme(): void {
  chosen.value = theme.value === 'dark' ? 'light' : 'dark';
  keep(KEY, chosen.value);
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
