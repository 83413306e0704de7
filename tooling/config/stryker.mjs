/**
 * Shared settings of mutation testing: tests in Node, one mutant after another, those of them that reach it.
 *
 * @param mutate - Patterns of the sources to change.
 */
export const mutationTests = (mutate = ['src/**/*.ts', '!src/**/*.test.ts']) => ({
  mutate,
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 5_000,
  timeoutFactor: 1,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  jsonReporter: { fileName: 'out/mutation.json' },
  tempDirName: 'out/mutation',
  cleanTempDir: 'always',
  thresholds: { high: 95, low: 90, break: 90 },
  allowConsoleColors: false,
});
