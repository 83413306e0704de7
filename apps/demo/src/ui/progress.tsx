import type { JSX } from 'preact';

interface ProgressProps {
  readonly label: string;
  /** 0..1; undefined while the end is not in sight. */
  readonly share: number | undefined;
  readonly text?: string;
}

export function Progress({ label, share, text }: ProgressProps): JSX.Element {
  return (
    <div class="progress">
      <progress aria-label={label} max={1} {...(share === undefined ? {} : { value: share })} />
      {text !== undefined && <small>{text}</small>}
    </div>
  );
}
