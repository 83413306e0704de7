// biome-ignore-all format: written by `pnpm run leaderboard:docs`
// biome-ignore-all assist/source/organizeImports: as above

/** The files of `leaderboard/results` by their names. */
export const resultFiles: Readonly<Record<string, unknown>> = {
};
