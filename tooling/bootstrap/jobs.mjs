import { run, runQuietly, say } from './command.mjs';
import { clearTestReports, summarizeTestReports } from './test-reports.mjs';

const cli = [
  '--conditions=@fashion-mnist/source',
  '--disable-warning=ExperimentalWarning',
  'apps/cli/src/main.ts',
];

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

  test: async ({ args, env }) => {
    clearTestReports();
    const boundaries = await run('turbo', ['boundaries'], { env });
    await fetchTestData(env);
    const tasks = ['turbo', 'run', '//#lint', 'typecheck', 'test'];
    const options = ['--output-logs=new-only', '--continue=dependencies-successful', '--concurrency=2'];
    const checks = await run(tasks[0], [...tasks.slice(1), ...options, ...args], { env });
    const { passed, failed, skipped } = summarizeTestReports();
    const code = boundaries || checks || (failed > 0 ? 1 : 0);
    if (code !== 0 && failed === 0) say('no test failed, but a check did: see above');
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
    return code;
  },
};

/** The CLI itself runs from source; the page that it serves is bundled. */
function buildWhatTheCliNeeds(env) {
  return runQuietly('turbo', ['run', 'codegen', 'build', '--filter=@fashion-mnist/demo...'], { env });
}

/**
 * Fills the cache once, before packages test in parallel. Whether it worked is part of what turbo hashes,
 * so that results without data are not taken for results with data.
 */
async function fetchTestData(env) {
  for (const dataset of ['fashion-mnist', 'mnist']) {
    const code = await run('node', [...cli, 'fetch', dataset, '--quiet'], { env });
    env[`FASHION_MNIST_TEST_${dataset === 'mnist' ? 'MNIST' : 'FASHION'}`] =
      code === 0 ? 'present' : 'absent';
  }
}
