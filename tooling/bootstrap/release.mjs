import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, runQuietly, say } from './command.mjs';

/**
 * Builds, checks and packs every package, then shows what would be published; `--publish` publishes it, with the
 * provenance that a workflow vouches for.
 */
export async function release({ args, env }) {
  const isReal = args.includes('--publish');
  const packages = inPublishingOrder(publicPackages());
  if (isReal) requireReadiness(packages, env);
  await runQuietly('turbo', ['run', 'build', '--filter=./packages/*', '--filter=./apps/*'], { env });
  const checks = await run('turbo', ['run', 'test', '--filter=@fashion-mnist/repository-checks'], { env });
  if (checks !== 0) return checks;
  const folder = join(root, 'out/release');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path } of packages)
    await runQuietly('pnpm', ['pack', '--pack-destination', folder], { cwd: path, env });
  for (const { name, version } of packages) {
    const tarball = join(folder, `${name.slice(1).replace('/', '-')}-${version}.tgz`);
    const options = ['--access=public', '--provenance', ...(isReal ? [] : ['--dry-run'])];
    const code = await run('npm', ['publish', tarball, ...options], { env });
    if (code !== 0) return code;
  }
  if (!isReal) say('nothing was published: that is what --publish is for');
  return 0;
}

function publicPackages() {
  return ['packages', 'apps']
    .flatMap((top) => readdirSync(join(root, top)).map((name) => join(root, top, name)))
    .map((path) => ({ path, ...JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) }))
    .filter((manifest) => manifest.private !== true);
}

/** Each package behind those that it depends on. */
function inPublishingOrder(packages) {
  const ordered = new Set();
  const add = (manifest) => {
    const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
    for (const other of packages) if (other.name in needed) add(other);
    ordered.add(manifest);
  };
  for (const manifest of packages) add(manifest);
  return [...ordered];
}

/** What npm needs to vouch for where a package comes from, and users to see what is new. */
function requireReadiness(packages, env) {
  const pending = readdirSync(join(root, '.changeset')).filter((file) => /^(?!README).*\.md$/.test(file));
  const lacks = [
    ...(env.ACTIONS_ID_TOKEN_REQUEST_URL ? [] : ['a workflow with the permission id-token: write']),
    ...packages.filter(({ repository }) => !repository).map(({ name }) => `"repository" in ${name}`),
    ...packages
      .filter(({ path }) => !existsSync(join(path, 'CHANGELOG.md')))
      .map(({ name }) => `CHANGELOG.md in ${name}`),
    ...pending.map((file) => `the version of .changeset/${file}: npm run changeset version`),
  ];
  for (const missing of lacks) say(`to publish, there must be ${missing}`);
  if (lacks.length > 0) process.exit(1);
}
