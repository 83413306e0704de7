import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, runQuietly, say } from './command.mjs';
import { pinnedNodeFolder, pinnedPnpmFolder } from './pinned.mjs';

/** Makes Node, pnpm and every dependency available; resolves with the environment in which jobs run. */
export async function prepareWorkspace() {
  const nodeFolder = await pinnedNodeFolder();
  const env = workspaceEnvironment([
    nodeFolder,
    await pinnedPnpmFolder(),
    join(root, 'node_modules', '.bin'),
  ]);
  const [nodeVersion] = (await runQuietly('node', ['--version'], { env })).split('\n');
  env.FASHION_MNIST_NODE = nodeVersion;
  if (!existsSync(join(root, 'node_modules'))) say('installing the packages of the workspace');
  await runQuietly('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'], {
    env,
  });
  return env;
}

/** The outer npm's own variables would reconfigure the inner pnpm, so they are left out. */
function workspaceEnvironment(folders) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathName] = [...folders.filter(Boolean), env[pathName]].join(delimiter);
  return env;
}
