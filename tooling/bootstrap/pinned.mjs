import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly, say } from './command.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Folder with the executables of the Node to use, or undefined when the running one is good. */
export async function pinnedNodeFolder() {
  if (isSupported(process.versions.node) && process.env.FASHION_MNIST_PINNED_NODE !== '1') return undefined;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const modules = await installLocked('node', `Node ${process.versions.node} is too old, getting Node 24`);
  const folder = join(modules, `node-${platform}-${process.arch}`, 'bin');
  if (!existsSync(folder)) {
    const target = `${platform}-${process.arch}`;
    say(`npm gave no Node 24 for ${target}: there is none, or its cache or its registry is out of reach`);
    say('install Node 24 yourself, or mend that, and start again');
    process.exit(1);
  }
  return folder;
}

/** Folder with pnpm's executable. */
export async function pinnedPnpmFolder() {
  return join(await installLocked('pnpm', 'getting pnpm'), '.bin');
}

function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 22 && minor >= 18) || (major === 24 && minor >= 11) || major >= 26;
}

async function installLocked(name, message) {
  const folder = join(here, name);
  const modules = join(folder, 'node_modules');
  if (!isInstalled(folder, modules)) {
    say(message);
    await runQuietly('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
    });
  }
  return modules;
}

/** npm's record of what it installed must agree with the committed lockfile, package by package. */
function isInstalled(folder, modules) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const locked = readPackages(join(folder, 'package-lock.json'));
  const installed = Object.entries(readPackages(record));
  return (
    installed.length > 0 && installed.every(([path, { integrity }]) => locked[path]?.integrity === integrity)
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
