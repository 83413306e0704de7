const ORIGINAL = 'https://github.com/zalandoresearch/fashion-mnist/blob/master';

/** Where the code of a row is; a path beginning with a slash is one of the original repository. */
export function linkAddress(link: string): string {
  return link.startsWith('/') ? `${ORIGINAL}${link}` : link;
}
