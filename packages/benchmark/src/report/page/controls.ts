import { VIEWS, type View } from '../views.ts';
import type { PageState } from './page-state.ts';
import { allElements, requireElement } from './require-element.ts';

export interface ControlsOptions {
  readonly onView: (view: View) => void;
  readonly onFilter: (text: string) => void;
  readonly onHidden: (families: ReadonlySet<string>) => void;
}

/** What chooses the view, the words and the families. */
export interface Controls {
  update(state: PageState, shown: number, total: number): void;
}

export function createControls({ onView, onFilter, onHidden }: ControlsOptions): Controls {
  const form = requireElement('#controls', HTMLFormElement);
  const views = allElements('input[name=view]', HTMLInputElement, form);
  const families = allElements('input[name=family]', HTMLInputElement, form);
  const filter = requireElement('#filter', HTMLInputElement, form);
  const everyFamily = requireElement('#every-family', HTMLButtonElement, form);
  const count = requireElement('#count', HTMLOutputElement, form);
  const unchecked = () => new Set(families.flatMap(({ checked, value }) => (checked ? [] : [value])));

  form.addEventListener('submit', (event) => event.preventDefault());
  filter.addEventListener('input', () => onFilter(filter.value));
  for (const input of views)
    input.addEventListener('change', () => {
      const view = VIEWS.find((candidate) => candidate === input.value);
      if (view !== undefined) onView(view);
    });
  for (const input of families) input.addEventListener('change', () => onHidden(unchecked()));
  everyFamily.addEventListener('click', () =>
    onHidden(new Set(unchecked().size === 0 ? families.map(({ value }) => value) : [])),
  );

  return {
    update(state, shown, total) {
      for (const input of views) input.checked = input.value === state.view;
      for (const input of families) input.checked = !state.hidden.has(input.value);
      if (filter.value !== state.filter) filter.value = state.filter;
      everyFamily.textContent = unchecked().size === 0 ? 'None' : 'All';
      count.textContent = `${shown} of ${total}`;
    },
  };
}
