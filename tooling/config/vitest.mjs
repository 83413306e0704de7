import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './chromium.mjs';

const nodeConditions = ['@fashion-mnist/source', 'module', 'node', 'development|production'];
const browserConditions = ['@fashion-mnist/source', 'module', 'browser', 'development|production'];
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const testFiles = ['src/**/*.test.ts', 'test/**/*.test.ts'];
const nodeOnlyFiles = ['**/*.node.test.ts', '**/node/**'];
/** A busy machine is no failure. */
const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 50_000 } },
};
/** Node keeps what it compiles, so that threads and processes of tests, of which there are hundreds, start in half the time. */
process.env.NODE_COMPILE_CACHE ??= new URL('../../node_modules/.cache/compiled', import.meta.url).pathname;
const report = { reporters: ['default', ['json', { outputFile: '.vitest/results.json' }]] };

/** Tests that run in Node. */
export const testInNode = (test = {}) =>
  defineConfig(nodeProject('node', { exclude: ['**/node_modules/**'], ...report, ...test }));

/**
 * The same tests in Node and in headless Chromium; files named `*.node.test.ts` or under `node/` stay in Node.
 *
 * @param nodeOnly - Patterns of further files that stay there.
 * @param browserOnly - Patterns of files that do not run in Node.
 * @param isolate - Whether each file has modules of its own: without, a file takes a small part of the time to start, and
 *   a module that is mocked has to be imported anew.
 * @param prepared - Libraries that only workers import: one that is met late reloads the page in the middle of a test.
 * @param maxWorkers - Files at a time, where they rather wait than compute.
 */
export const testInNodeAndBrowser = ({
  nodeOnly = [],
  browserOnly = [],
  isolate = true,
  prepared = [],
  maxWorkers,
} = {}) => {
  const inNode = nodeProject('node', { exclude: ['**/node_modules/**', ...browserOnly], isolate });
  const inBrowser = browserProject([...nodeOnlyFiles, ...nodeOnly], isolate);
  const projects = [inNode, { ...inBrowser, optimizeDeps: { include: prepared } }];
  return defineConfig({ test: { ...report, maxWorkers, projects } });
};

function nodeProject(name, test = {}) {
  return {
    resolve: { conditions: nodeConditions },
    ssr: { resolve: { conditions: nodeConditions } },
    test: { name, environment: 'node', include: testFiles, ...patience, ...test },
  };
}

/** Without a browser the same files are collected in Node and every test in them is reported as skipped. */
function browserProject(exclude, isolate) {
  const chromium = findChromium();
  if (chromium === undefined) {
    const skipAll = new URL('./skip-browser-tests.mjs', import.meta.url).pathname;
    return nodeProject('chromium (not installed)', { exclude, isolate, setupFiles: [skipAll] });
  }
  return {
    resolve: { conditions: browserConditions },
    server: { headers: isolationHeaders },
    test: {
      name: 'chromium',
      ...patience,
      include: testFiles,
      exclude,
      isolate,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath: chromium, args: chromiumArguments } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}
