/** Numbers as a shader takes them: `1` is an integer there, and no float. */
export function floatLiterals<Name extends string>(
  numbers: Readonly<Record<Name, number>>,
): Readonly<Record<Name, string>> {
  const literals = Object.entries<number>(numbers).map(([name, value]) => [name, value.toFixed(4)]);
  return Object.fromEntries(literals) as Record<Name, string>;
}
