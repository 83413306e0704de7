import { run, runQuietly, say } from './command.mjs';
import { release } from './release.mjs';
import { clearTestReports, summarizeTestReports } from './test-reports.mjs';

const DISABLE_WARNING = '--disable-warning=ExperimentalWarning';
const cli = ['--conditions=@fashion-mnist/source', DISABLE_WARNING, 'apps/cli/src/main.ts'];

const TEST_DATASETS = Object.entries({
  'fashion-mnist': 'FASHION_MNIST_TEST_FASHION',
  mnist: 'FASHION_MNIST_TEST_MNIST',
});

/** The exit code of `fetch` for it. */
const NETWORK_UNREACHABLE = 3;

/** Each job takes `{ args, env }` and resolves with an exit code. */
export const jobs = {
  start: async ({ args, env }) => {
    await buildWhatTheCliNeeds(env);
    return run('node', [...cli, 'tour', ...args], { env });
  },

  cli: async ({ args, env }) => {
    await buildWhatTheCliNeeds(env);
    return run('node', [...cli, ...args], { env });
  },

  bench: async ({ args, env }) => {
    await buildWhatTheCliNeeds(env);
    const benchmarks = ['--conditions=@fashion-mnist/source', 'tooling/benchmarks/src/main.ts'];
    return run('node', [...benchmarks, ...args], { env });
  },

  api: async ({ env }) => {
    await buildPackages(env);
    return run('node', [DISABLE_WARNING, 'tooling/repository-checks/src/renew-api-reports.ts'], { env });
  },

  release,

  docs: async ({ args, env }) => {
    await runQuietly('turbo', ['run', '@fashion-mnist/docs#build'], { env });
    return run('pnpm', ['--dir', 'apps/docs', 'run', 'preview', ...args], { env });
  },

  'test-long': async ({ args, env }) => {
    clearTestReports();
    const fetching = await fetchTestData(env);
    await buildWhatTheCliNeeds(env);
    const options = ['--output-logs=full', '--concurrency=1', '--continue=always'];
    const checks = await run('turbo', ['run', 'test:long', ...options, ...args], { env });
    return closeWithSummary(fetching || checks);
  },

  'test-mutation': ({ args, env }) => {
    const options = ['--output-logs=full', '--concurrency=1', '--continue=always'];
    return run('turbo', ['run', 'test:mutation', ...options, ...args], { env });
  },

  test: async ({ args, env }) => {
    clearTestReports();
    const boundaries = await run('turbo', ['boundaries'], { env });
    const fetching = await fetchTestData(env);
    const tasks = ['run', '//#lint', 'test'];
    const options = ['--output-logs=new-only', '--continue=dependencies-successful', '--concurrency=3'];
    const checks = await run('turbo', [...tasks, ...options, ...args], { env });
    return closeWithSummary(boundaries || fetching || checks);
  },
};

/** Prints what failed, then the closing line of a test job, and gives its exit code. */
function closeWithSummary(checks) {
  const { passed, failed, skipped, brokenFiles, failedTests } = summarizeTestReports();
  const code = checks || (failed > 0 ? 1 : 0);
  for (const file of brokenFiles) say(`could not be loaded, or died on the way: ${file}`);
  for (const test of failedTests) say(`failed: ${test}`);
  if (code !== 0 && failed === 0) say('no test failed, but a check did: see above');
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return code;
}

/** The CLI itself runs from source: it needs what is generated, and the page that it serves, which is bundled. */
function buildWhatTheCliNeeds(env) {
  return runQuietly('turbo', ['run', '@fashion-mnist/demo#build', '@fashion-mnist/benchmark#codegen'], {
    env,
  });
}

function buildPackages(env) {
  return runQuietly('turbo', ['run', 'build', '--filter=./packages/*'], { env });
}

/**
 * Fills the cache once, before packages test in parallel; nothing has to be generated for it. Whether it worked is part
 * of what turbo hashes, so that results without data are not taken for results with data. Resolves with an exit code:
 * only a network that cannot be reached is no failure.
 */
async function fetchTestData(env) {
  let failure = 0;
  for (const [dataset, variable] of TEST_DATASETS) {
    const code = await run('node', [...cli, 'fetch', dataset, '--quiet'], { env });
    env[variable] = code === 0 ? 'present' : 'absent';
    if (code === NETWORK_UNREACHABLE) say(`${dataset} cannot be fetched: tests on it are skipped`);
    else failure ||= code;
  }
  return failure;
}
