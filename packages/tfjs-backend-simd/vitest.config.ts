import { testInNodeAndBrowser } from '@fashion-mnist/config/vitest';
import { defineConfig } from 'vitest/config';

/** Compiled kernels are the same code on both platforms; that they agree there too, the tests of whole trainings show. */
const { test } = testInNodeAndBrowser({ nodeOnly: ['src/kernels/**'] });
const [node, browser] = test.projects;

/** Kernels leave nothing behind that other tests would meet: backends do. */
const kernels = {
  ...node,
  test: { ...node.test, name: 'kernels', include: ['src/kernels/**/*.test.ts'], isolate: false },
};
const others = {
  ...node,
  test: { ...node.test, exclude: [...(node.test?.exclude ?? []), 'src/kernels/**'] },
};

/** Known before the first test, so that finding them does not reload the page in the middle. */
const optimizeDeps = {
  include: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu', '@tensorflow/tfjs-layers', 'fast-check'],
};

/** tfjs-core publishes its specs as modules that only bundlers resolve; they ask for a Jasmine that nobody needs. */
const tfjsSpecs = {
  ...node,
  resolve: {
    ...node.resolve,
    alias: ['tfjs-core', 'tfjs-backend-cpu'].map((name) => ({
      find: new RegExp(`^@tensorflow/${name}$`),
      replacement: `@tensorflow/${name}/dist/index.js`,
    })),
  },
  plugins: [
    {
      name: 'without-jasmine',
      transform: (code: string, id: string) =>
        id.includes('/tfjs-core/dist/jasmine_util.js')
          ? code
              .replace(/^const jasmineRequire = .*$/m, '')
              .replace('jasmineRequire.core(jasmineRequire)', '{}')
          : undefined,
    },
  ],
  test: {
    ...node.test,
    name: 'tfjs-specs',
    include: ['test/tfjs-specs/*.specs.ts'],
    server: { deps: { inline: [/@tensorflow/] } },
  },
};

export default defineConfig({
  test: { ...test, projects: [others, kernels, { ...browser, optimizeDeps }, tfjsSpecs] },
});
