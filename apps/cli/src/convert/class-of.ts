import { closestName } from '@fashion-mnist/core';

/** A label, or why a text stands for none. */
export type ClassOf = { readonly label: number } | { readonly problem: string };

/** The label that a text stands for: its number, or the name of its class, where only letters and digits count. */
export function classOf(text: string, classNames: readonly string[]): ClassOf {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : -1;
  const label = number >= 0 ? number : classNames.findIndex((name) => bare(name) === bare(text));
  if (label >= 0 && label < classNames.length) return { label };
  const suggestion = closestName(text, classNames);
  const hint = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
  return { problem: `expected a class or 0..${classNames.length - 1}, got '${text}'${hint}` };
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
