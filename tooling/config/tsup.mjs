/** Shared tsup preset: ESM only, declarations for the public entries, `#imports` left for the consumer's resolver. */
export const library = (entry, { publicEntries = [entry[0]], ...overrides } = {}) => ({
  entry,
  format: ['esm'],
  target: 'es2022',
  platform: 'neutral',
  dts: { entry: publicEntries },
  sourcemap: true,
  clean: true,
  splitting: true,
  external: [/^node:/, /^#/],
  ...overrides,
});
