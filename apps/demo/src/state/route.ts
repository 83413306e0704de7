import { type ReadonlySignal, signal } from '@preact/signals';

/** Where in the page its reader is: `#/map?layout=umap`. */
export interface Route {
  readonly part: string;
  readonly query: URLSearchParams;
}

const current = signal(parseRoute(location.hash));
// The address may have been rewritten between what its reader put there and this event.
addEventListener('hashchange', ({ newURL }) => {
  current.value = parseRoute(new URL(newURL).hash);
});

/** The route of the address. */
export const route: ReadonlySignal<Route> = current;

/** Reads `#/part?query`; anything else is the map. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { part: path === '' ? 'map' : path, query: new URLSearchParams(query) };
}

export function routeHash(part: string, query?: URLSearchParams): string {
  const text = query?.toString() ?? '';
  return text === '' ? `#/${part}` : `#/${part}?${text}`;
}

/** Goes to a part, as a link does. */
export function navigate(part: string, query?: URLSearchParams): void {
  location.hash = routeHash(part, query);
}

/** Changes the query in the address without a step in the history, and without telling anybody. */
export function rewriteQuery(query: URLSearchParams): void {
  history.replaceState(history.state, '', routeHash(current.peek().part, query));
}
