import { DataError } from './errors.ts';
import { requireElement } from './require-element.ts';

const HOW_TO_SERVE = 'npm run -s fashion-mnist -- serve';

/** Says in the page what went wrong and what to do about it. */
export function showFailure(error: unknown): void {
  const notice = element();
  if (!(error instanceof DataError)) {
    notice.replaceChildren(paragraph('strong', 'The map cannot be shown.'), paragraph('span', String(error)));
  } else {
    notice.replaceChildren(
      paragraph('strong', 'The map data cannot be loaded.'),
      paragraph('span', error.message),
      paragraph('span', 'This page needs its data server. Start it in the repository with'),
      paragraph('code', HOW_TO_SERVE),
      paragraph('span', 'and open the address that it prints.'),
    );
  }
  notice.hidden = false;
}

export function hideNotice(): void {
  element().hidden = true;
}

function element(): HTMLElement {
  return requireElement('#notice', HTMLElement);
}

function paragraph(tag: 'strong' | 'span' | 'code', text: string): HTMLElement {
  const line = document.createElement('p');
  const content = document.createElement(tag);
  content.textContent = text;
  line.append(content);
  return line;
}
