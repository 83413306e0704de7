import type { Rng } from '@fashion-mnist/core';

const MOST_CHANGES = 3;
const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u0000',
  '\u0000',
  '\uFEFF',
  '\r\n',
  '\uD800',
  '../',
];
const VALUES = ['null', 'true', '-1', '1e999', '0.5', '9007199254740993', '"__proto__":{},', '"name":"x",'];
const PIECES = [...TOKENS, ...VALUES, '['.repeat(100), 'a'.repeat(300)];

const PRIMITIVES = [undefined, null, true, 0, -1, 0.5, Number.NaN, Infinity, 2 ** 53, 10n, Symbol('s')];
const NAMES = ['', ' ', '..', '../x', '/x', 'CON', 'x\0', 'X'.repeat(5000), 'ABCDEF'.repeat(12), 'http://x'];
const OBJECTS = [[], {}, [[]], new Array(70), new Map(), new Date(0), () => 1, new Proxy({}, {})];
/** Frozen, so that a change of one input does not reach the next. */
const STRANGE: readonly unknown[] = [
  ...PRIMITIVES,
  ...NAMES,
  ...OBJECTS.map((value) => Object.freeze(value)),
];

/** The text of one of the definitions with one to three changes. */
export function mutateText(texts: readonly string[], rng: Rng): string {
  let text = pick(rng, texts);
  for (let changes = 1 + rng.nextInt(MOST_CHANGES); changes > 0; changes--)
    text = changeText(text, texts, rng);
  return text;
}

/** A copy of one of the definitions with one to three changes. */
export function mutateValue(values: readonly object[], rng: Rng): unknown {
  const value = structuredClone(pick(rng, values));
  for (let changes = 1 + rng.nextInt(MOST_CHANGES); changes > 0; changes--) changeValue(value, rng);
  return value;
}

function changeText(text: string, texts: readonly string[], rng: Rng): string {
  const at = rng.nextInt(text.length + 1);
  const to = Math.min(text.length, at + rng.nextInt(40));
  switch (rng.nextInt(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, at) + pick(rng, PIECES) + text.slice(to);
    case 3:
      return text.slice(0, at) + text.slice(at, to).repeat(1 + rng.nextInt(4)) + text.slice(to);
    case 4: {
      const other = pick(rng, texts);
      return text.slice(0, at) + other.slice(rng.nextInt(other.length));
    }
    default:
      return (
        text.slice(0, at) +
        String.fromCharCode(text.charCodeAt(at) ^ (1 << rng.nextInt(8))) +
        text.slice(at + 1)
      );
  }
}

/** Walks to a random place and puts something else there. */
function changeValue(root: object, rng: Rng): void {
  let place = root as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(place);
    const key = keys.length === 0 ? 'name' : pick(rng, keys);
    const inner = place[key];
    if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && rng.nextInt(4) > 0) {
      place = inner as Record<string, unknown>;
      continue;
    }
    if (!Object.isExtensible(place)) return;
    const otherKey = pick(rng, ['extra', 'size', 'slice', 'archive', 'kind', ...keys]);
    if (rng.nextInt(5) === 0) delete place[key];
    else if (rng.nextInt(4) === 0) place[otherKey] = inner;
    else place[key] = pick(rng, STRANGE);
    return;
  }
}

function pick<T>(rng: Rng, choices: readonly T[]): T {
  return choices[rng.nextInt(choices.length)] as T;
}
