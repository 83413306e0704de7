import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';

/** A crash must not leave an older report to be counted. Turbo restores the reports of tasks it has cached. */
export function clearTestReports() {
  for (const file of reportFiles()) rmSync(file);
}

/** Adds up the JSON reports that vitest writes in every workspace. */
export function summarizeTestReports() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const file of reportFiles()) {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests;
    total.skipped += report.numPendingTests + report.numTodoTests;
    // A file that cannot be loaded has no tests to count, but it has failed.
    total.failed += report.testResults.filter(isUnloadable).length;
  }
  return total;
}

function isUnloadable(testFile) {
  return testFile.status === 'failed' && testFile.assertionResults.length === 0;
}

function reportFiles() {
  return ['packages', 'apps', 'tooling']
    .flatMap((top) =>
      readdirSync(join(root, top)).map((name) => join(root, top, name, '.vitest', 'results.json')),
    )
    .filter((file) => existsSync(file));
}
