// Plain JavaScript for any Node >= 18 and no dependency: prepares a bare machine, then runs one job of the workspace.
import { provideBrowser } from './browser.mjs';
import { jobs } from './jobs.mjs';
import { prepareWorkspace } from './workspace.mjs';

const [jobName, ...args] = process.argv.slice(2);
const job = jobs[jobName];
if (job === undefined) {
  console.error(`bootstrap: expected one of ${Object.keys(jobs).join(', ')}, got ${jobName}`);
  process.exit(1);
}

const env = await prepareWorkspace();
process.exitCode = await job({ args, env: await provideBrowser(jobName, env) });
