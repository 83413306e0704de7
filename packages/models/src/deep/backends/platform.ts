/** Where a program runs: in Node, in a page's own thread, or in one of its workers. */
export type Platform = 'node' | 'page' | 'worker';

export function currentPlatform(): Platform {
  if (typeof process === 'object' && typeof process.versions?.node === 'string') return 'node';
  return typeof document === 'undefined' ? 'worker' : 'page';
}
