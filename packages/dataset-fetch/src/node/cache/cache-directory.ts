import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

const APPLICATION = 'fashion-mnist';

/**
 * The folder that holds fetched files: `FASHION_MNIST_CACHE`, or the platform's place for caches.
 *
 * @see XDG Base Directory Specification 0.8: a relative `XDG_CACHE_HOME` is ignored.
 */
export function defaultCacheDirectory(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  if (env['FASHION_MNIST_CACHE']) return env['FASHION_MNIST_CACHE'];
  const xdg = env['XDG_CACHE_HOME'];
  if (xdg && isAbsolute(xdg)) return join(xdg, APPLICATION);
  const home = isAbsolute(homedir()) ? homedir() : userInfo().homedir;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', APPLICATION);
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), APPLICATION, 'Cache');
  return join(home, '.cache', APPLICATION);
}
