/** What is wrong with a value that stands at a path; nothing when it is right. */
export type Check = (value: unknown, path: string) => readonly string[];

/** A check from a condition, and what is expected in words. */
export function expecting(expected: string, isRight: (value: unknown) => boolean): Check {
  return (value, path) => (isRight(value) ? [] : [`${path}: expected ${expected}, got ${shown(value)}`]);
}

export const text: Check = expecting('a text', (value) => typeof value === 'string' && value.trim() !== '');

export function matching(pattern: RegExp, expected: string): Check {
  return expecting(expected, (value) => typeof value === 'string' && pattern.test(value));
}

export const flag: Check = expecting('true or false', (value) => typeof value === 'boolean');

export const sha256: Check = matching(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');

export function numberIn(min: number, max: number): Check {
  return expecting(
    `a number in ${min}..${max}`,
    (value) => typeof value === 'number' && value >= min && value <= max,
  );
}

export function wholeIn(min: number, max: number = Number.MAX_SAFE_INTEGER): Check {
  return expecting(
    `a whole number in ${min}..${max}`,
    (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
  );
}

export function exactly(wanted: string | boolean): Check {
  return expecting(JSON.stringify(wanted), (value) => value === wanted);
}

export function orNull(check: Check): Check {
  return (value, path) => (value === null ? [] : check(value, path));
}

export function listOf(check: Check, min = 0, max: number = Number.MAX_SAFE_INTEGER): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < min || value.length > max)
      return [`${path}: expected a list of ${min}..${max}, got ${shown(value)}`];
    return value.flatMap((item, index) => check(item, `${path}[${index}]`));
  };
}

/** An object that has exactly these members. */
export function record(members: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isRecord(value)) return [`${path}: expected an object, got ${shown(value)}`];
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(members, name));
    return [
      ...unknown.map((name) => `${path}.${name}: expected no such member`),
      ...Object.entries(members).flatMap(([name, check]) => check(value[name], `${path}.${name}`)),
    ];
  };
}

export const anyRecord: Check = expecting('an object', isRecord);

/** One of several kinds of objects, told apart by a member. */
export function variants(tag: string, kinds: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    const kind = isRecord(value) ? value[tag] : undefined;
    if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) return kinds[kind]?.(value, path) ?? [];
    return [`${path}.${tag}: expected one of ${Object.keys(kinds).join(', ')}, got ${shown(kind)}`];
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const LONGEST = 60;

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length <= LONGEST ? json : `${json.slice(0, LONGEST)}…`;
}
