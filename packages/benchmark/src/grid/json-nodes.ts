import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { GridProblems } from './grid-problems.ts';

/** A key and a value of an object, with their places in the text. */
export interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/**
 * A JSON text with the places of its parts.
 *
 * @throws {BenchmarkError} `E_GRID` - it is none.
 */
export function parseNodes(text: string, problems: GridProblems): Node {
  const errors: ParseError[] = [];
  const root = parseLeniently(text, errors);
  for (const { error, offset } of errors)
    problems.add({ offset }, `expected JSON, got: ${inWords(printParseErrorCode(error))}`);
  if (root === undefined && errors.length === 0) problems.add({ offset: 0 }, 'expected JSON, got nothing');
  problems.throwIfAny();
  return root as Node;
}

/** The members of an object; what is none, or has a key twice, is a problem. */
export function membersOf(node: Node, what: string, problems: GridProblems): readonly Member[] {
  if (node.type !== 'object') {
    problems.add(node, `${what}: expected an object, got ${describe(node)}`);
    return [];
  }
  const members = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [{ name: String(key.value), key, value }],
  );
  const firstOf = new Map(members.toReversed().map((member) => [member.name, member]));
  return members.filter((member) => {
    const isFirst = firstOf.get(member.name) === member;
    if (!isFirst) problems.add(member.key, `${what}: expected each key once, got "${member.name}" twice`);
    return isFirst;
  });
}

/** The items of a list that is not empty; anything else is a problem. */
export function itemsOf(node: Node, what: string, problems: GridProblems): readonly Node[] {
  const items = node.type === 'array' ? (node.children ?? []) : [];
  if (node.type !== 'array') problems.add(node, `${what}: expected a list, got ${describe(node)}`);
  else if (items.length === 0) problems.add(node, `${what}: expected at least one item, got an empty list`);
  return items;
}

/** As it stands in messages. */
export function describe({ type, value }: Node): string {
  if (type === 'object') return 'an object';
  return type === 'array' ? 'a list' : JSON.stringify(value);
}

function parseLeniently(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** `CloseBraceExpected` -> `close brace expected`. */
function inWords(code: string): string {
  return code.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
