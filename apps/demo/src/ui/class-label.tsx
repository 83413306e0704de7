import { classColor } from '@fashion-mnist/visualize/class-colors';
import type { JSX } from 'preact';
import { inkOn } from './ink-on.ts';

interface ClassLabelProps {
  readonly label: number;
  readonly name: string;
}

/** A class by its colour, its digit and its name: nobody needs to tell colours apart. */
export function ClassLabel({ label, name }: ClassLabelProps): JSX.Element {
  const color = classColor(label);
  return (
    <span class="class-label">
      <i style={{ '--swatch': color, '--swatch-ink': inkOn(color) }} aria-hidden="true">
        {label}
      </i>
      {name}
    </span>
  );
}
