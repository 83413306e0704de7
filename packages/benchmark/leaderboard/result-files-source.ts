/** The module that bundles the files of results: none but Node can list a folder. */
export function resultFilesSource(names: readonly string[]): string {
  const sorted = names.toSorted();
  return `// biome-ignore-all format: written by \`pnpm run leaderboard:docs\`
// biome-ignore-all assist/source/organizeImports: as above
${sorted.map((name, index) => `import result${index} from '../../leaderboard/results/${name}' with { type: 'json' };\n`).join('')}
/** The files of \`leaderboard/results\` by their names. */
export const resultFiles: Readonly<Record<string, unknown>> = {
${sorted.map((name, index) => `  '${name}': result${index},\n`).join('')}};
`;
}
