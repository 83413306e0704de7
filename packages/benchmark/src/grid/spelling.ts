/** Parameters of scikit-learn whose names do not follow from ours. */
const IRREGULAR: Readonly<Record<string, string>> = { beta1: 'beta_1', beta2: 'beta_2' };

/** `max_depth` -> `maxDepth`. */
export function camelCase(word: string): string {
  return word.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** scikit-learn's name of an option: `maxDepth` -> `max_depth`. */
export function parameterNameOf(option: string): string {
  return IRREGULAR[option] ?? snakeCase(option);
}

/** A message in our spelling, in scikit-learn's: `multiClass 'ovr'` -> `multi_class 'ovr'`. */
export function inScikitLearnSpelling(message: string): string {
  return message
    .replace(/\{ \w+: ([^}]*) \}/g, '$1')
    .replace(/\b[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+\b/g, parameterNameOf);
}

function snakeCase(word: string): string {
  return word.replace(/[A-Z]/g, (letter, index: number) =>
    index === 0 ? letter : `_${letter.toLowerCase()}`,
  );
}
