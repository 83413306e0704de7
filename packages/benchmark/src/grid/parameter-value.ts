import type { Node } from 'jsonc-parser';
import type { ParameterValue } from '../configuration.ts';
import type { GridProblems } from './grid-problems.ts';
import { describe } from './json-nodes.ts';

/** A value of a parameter; a text that begins with a parenthesis is a tuple of Python. */
export function readValue(node: Node, what: string, problems: GridProblems): ParameterValue | undefined {
  if (node.type === 'array') return readList(node, what, problems);
  if (node.type === 'object') {
    problems.add(node, `${what}: expected a text, a number, true, false, null or a list, got an object`);
    return undefined;
  }
  const value = node.value as ParameterValue;
  if (typeof value !== 'string' || !value.startsWith('(')) return value;
  const tuple = parseTuple(value);
  if (tuple === undefined)
    problems.add(node, `${what}: expected a tuple of numbers such as "(10,10,)", got "${value}"`);
  return tuple;
}

function readList(node: Node, what: string, problems: GridProblems): ParameterValue | undefined {
  const items = node.children ?? [];
  const nested = items.find(({ type }) => type === 'array' || type === 'object');
  if (nested === undefined) return items.map(({ value }) => value as ParameterValue);
  problems.add(nested, `${what}: expected texts and numbers in the list, got ${describe(nested)}`);
  return undefined;
}

/** `(10,10,)` -> `[10, 10]`. */
function parseTuple(text: string): readonly number[] | undefined {
  const inside = /^\(([^()]*)\)$/.exec(text.trim())?.[1];
  const parts = inside?.replace(/,\s*$/, '').split(',') ?? [''];
  const numbers = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}
