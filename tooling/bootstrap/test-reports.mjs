import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './command.mjs';

/** A crash must not leave an older report to be counted. Turbo restores the reports of tasks it has cached. */
export function clearTestReports() {
  for (const file of reportFiles()) rmSync(file);
}

/** Adds up the JSON reports that vitest writes in every workspace. */
export function summarizeTestReports() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const brokenFiles = [];
  const failedTests = [];
  for (const file of reportFiles()) {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests;
    total.skipped += report.numPendingTests + report.numTodoTests;
    const broken = report.testResults.filter(isBroken);
    total.failed += broken.length;
    brokenFiles.push(...broken.map(({ name }) => String(name)));
    failedTests.push(...report.testResults.flatMap(failuresOf));
  }
  return { ...total, brokenFiles, failedTests };
}

/** The name of each failed test, and the first line of what it says. */
function failuresOf({ name, assertionResults }) {
  return assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => {
      const [reason = ''] = String(failureMessages?.[0] ?? '').split('\n');
      return `${relative(root, String(name))}: ${fullName}: ${reason}`;
    });
}

/** A file that cannot be loaded, or whose process died, has failed without a failed test. */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
}

function reportFiles() {
  return ['packages', 'apps', 'tooling']
    .flatMap((top) =>
      readdirSync(join(root, top)).map((name) => join(root, top, name, '.vitest', 'results.json')),
    )
    .filter((file) => existsSync(file));
}
