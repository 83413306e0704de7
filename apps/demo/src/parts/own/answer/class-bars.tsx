import { classColor } from '@fashion-mnist/visualize/class-colors';
import type { JSX } from 'preact';
import { ClassLabel } from '../../../ui/class-label.tsx';
import { formatShare } from '../../../ui/format.ts';
import { rankClasses } from './vote.ts';

interface ClassBarsProps {
  readonly shares: Float32Array;
  readonly classNames: readonly string[];
  /** What the bars are shares of. */
  readonly label: string;
}

/** All classes, most likely first. */
export function ClassBars({ shares, classNames, label }: ClassBarsProps): JSX.Element {
  return (
    <ol class="class-bars" aria-label={label}>
      {rankClasses(shares).map(({ label: of, share }) => (
        <li key={of} data-none={share < 0.0005}>
          <ClassLabel label={of} name={classNames[of] ?? String(of)} />
          <span class="class-bar" aria-hidden="true">
            <i style={{ '--share': share, '--bar': classColor(of) }} />
          </span>
          <span class="class-share">{formatShare(share)}</span>
        </li>
      ))}
    </ol>
  );
}
