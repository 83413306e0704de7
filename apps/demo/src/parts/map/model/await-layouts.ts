import { METHODS } from '../../../data/data-index.ts';
import { refreshLayouts } from '../../../state/datasets.ts';
import { shown } from './view.ts';

/** The server is asked for maps that it has finished since, in milliseconds. */
const ASK_MS = 10_000;

/** Takes up maps of methods that are missing, as soon as the server has them. */
export function awaitLayouts(): () => void {
  const timer = setInterval(() => {
    if (!document.hidden && isWaiting()) refreshLayouts().catch(() => clearInterval(timer));
  }, ASK_MS);
  return () => clearInterval(timer);
}

function isWaiting(): boolean {
  return shown
    .peek()
    .some(({ layouts }) =>
      METHODS.some((method) => layouts.peek().every((layout) => layout.method !== method)),
    );
}
