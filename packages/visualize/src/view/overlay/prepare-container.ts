import { KEY_HELP } from '../gestures/listen-to-keys.ts';

/** A container that has become a map. */
export interface PreparedContainer {
  /** Says a sentence to those who do not see the map. */
  readonly announce: (sentence: string) => void;
  /** Gives back the container as it was. */
  readonly restore: () => void;
}

const HIDDEN_FROM_SIGHT = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
};
const COVERING = { position: 'absolute', inset: '0', width: '100%', height: '100%', pointerEvents: 'none' };

/** Puts layers into a container and gives it a role, a name, the focus and a voice. */
export function prepareContainer(
  container: HTMLElement,
  layers: readonly (HTMLElement | SVGElement)[],
  label: string,
): PreparedContainer {
  const help = createHidden(KEY_HELP);
  help.id = `viewer-keys-${nextNumber(container)}`;
  const voice = createHidden('');
  voice.setAttribute('role', 'status');
  for (const layer of layers) Object.assign(layer.style, COVERING);

  const undo = [
    setAttributes(container, {
      role: 'application',
      'aria-label': label,
      'aria-describedby': help.id,
      tabindex: '0',
    }),
    setStyle(container, 'touch-action', 'none'),
    setStyle(container, 'user-select', 'none'),
    setStyle(container, 'overflow', 'hidden'),
  ];
  if (getComputedStyle(container).position === 'static')
    undo.push(setStyle(container, 'position', 'relative'));
  const added = [...layers, help, voice];
  container.append(...added);
  return {
    announce: (sentence) => {
      voice.textContent = sentence;
    },
    restore: () => {
      for (const element of added) element.remove();
      for (const restore of undo) restore();
    },
  };
}

function createHidden(text: string): HTMLElement {
  const element = document.createElement('div');
  element.textContent = text;
  Object.assign(element.style, HIDDEN_FROM_SIGHT);
  return element;
}

/** The lowest number whose id is free in the document. */
function nextNumber({ ownerDocument }: HTMLElement): number {
  let number = 1;
  while (ownerDocument.getElementById(`viewer-keys-${number}`) !== null) number++;
  return number;
}

function setAttributes(element: HTMLElement, attributes: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(attributes).map((name) => [name, element.getAttribute(name)] as const);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return () => {
    for (const [name, value] of before) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  };
}

function setStyle(element: HTMLElement, property: string, value: string): () => void {
  const before = element.style.getPropertyValue(property);
  element.style.setProperty(property, value);
  return () => element.style.setProperty(property, before);
}
