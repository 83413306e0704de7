const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Lets the arrow keys, Home and End move the focus along the buttons of a container. */
export function moveFocusByArrowKeys(container: Element): void {
  container.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const buttons = [...container.querySelectorAll('button')];
    const next = nextIndex(event.key, buttons.indexOf(event.target as HTMLButtonElement), buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  });
}

function nextIndex(key: string, current: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : (current + step + count) % count;
}
