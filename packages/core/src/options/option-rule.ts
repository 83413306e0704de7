/** What an option may be. */
export interface OptionRule<T> {
  readonly default: T;
  /** In words, as it stands behind "expected" in messages. */
  readonly expected: string;
  accepts(value: unknown): boolean;
  /** The value that a text on a command line stands for; undefined when it stands for none. */
  parse(text: string): T | undefined;
}

/** One rule per option. */
export type OptionRules<Options> = {
  readonly [Name in keyof Options]-?: OptionRule<Exclude<Options[Name], undefined>>;
};

/** Options as they are computed with: none is left out. */
export type ResolvedOptions<Options> = {
  readonly [Name in keyof Options]-?: Exclude<Options[Name], undefined>;
};

/** Bounds of a number; without any, every finite number is accepted. */
export interface NumberRange {
  /** The least one. */
  readonly min?: number;
  /** Greater than this. */
  readonly above?: number;
  /** The greatest one. */
  readonly max?: number;
  /** Less than this. */
  readonly below?: number;
}

/** A whole number. */
export function whole(defaultValue: number, range: NumberRange = {}): OptionRule<number> {
  return numberRule('a whole number', Number.isSafeInteger, defaultValue, range);
}

/** A finite number. */
export function real(defaultValue: number, range: NumberRange = {}): OptionRule<number> {
  return numberRule('a number', Number.isFinite, defaultValue, range);
}

/** One of some words. */
export function oneOf<const T extends string>(defaultValue: NoInfer<T>, words: readonly T[]): OptionRule<T> {
  return {
    default: defaultValue,
    expected: words.map((word) => `'${word}'`).join(' or '),
    accepts: (value) => words.some((word) => word === value),
    parse: (text) => words.find((word) => word === text),
  };
}

/** True or false. */
export function flag(defaultValue: boolean): OptionRule<boolean> {
  return {
    default: defaultValue,
    expected: 'true or false',
    accepts: (value) => typeof value === 'boolean',
    parse: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  };
}

/** Nothing, as `null`, or what another rule accepts. @param defaultValue - In place of `null`. */
export function orNull<T>(rule: OptionRule<T>, defaultValue: T | null = null): OptionRule<T | null> {
  return {
    default: defaultValue,
    expected: `${rule.expected} or null`,
    accepts: (value) => value === null || rule.accepts(value),
    parse: (text) => (text === 'null' || text === 'none' ? null : rule.parse(text)),
  };
}

/** What either of two rules accepts; the default is the first one's. */
export function either<A, B>(first: OptionRule<A>, second: OptionRule<B>): OptionRule<A | B> {
  return {
    default: first.default,
    expected: `${first.expected} or ${second.expected}`,
    accepts: (value) => first.accepts(value) || second.accepts(value),
    parse: (text) => first.parse(text) ?? second.parse(text),
  };
}

/** A list; on a command line its items stand between commas. */
export function listOf<T>(defaultValue: readonly T[], rule: OptionRule<T>): OptionRule<readonly T[]> {
  return {
    default: Object.freeze([...defaultValue]),
    expected: `a list of ${rule.expected}`,
    accepts: (value) =>
      Array.isArray(value) && Array.from<unknown>(value).every((item) => rule.accepts(item)),
    parse(text) {
      const items = text.split(',').flatMap((part) => rule.parse(part.trim()) ?? []);
      return items.length === text.split(',').length ? items : undefined;
    },
  };
}

function numberRule(
  kind: string,
  isOfKind: (value: unknown) => boolean,
  defaultValue: number,
  { min, above, max, below }: NumberRange,
): OptionRule<number> {
  const bounds = [
    min === undefined ? [] : [`>= ${min}`],
    above === undefined ? [] : [`> ${above}`],
    max === undefined ? [] : [`<= ${max}`],
    below === undefined ? [] : [`< ${below}`],
  ].flat();
  const accepts = (value: unknown): value is number =>
    isOfKind(value) &&
    (value as number) >= (min ?? -Infinity) &&
    (value as number) <= (max ?? Infinity) &&
    (above === undefined || (value as number) > above) &&
    (below === undefined || (value as number) < below);
  return {
    default: defaultValue,
    expected: [kind, bounds.join(' and ')].filter((part) => part !== '').join(' '),
    accepts,
    parse(text) {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return accepts(value) ? value : undefined;
    },
  };
}
