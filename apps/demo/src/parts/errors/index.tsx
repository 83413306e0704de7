import './errors.css';
import type { JSX } from 'preact';
import type { PartProps } from '../../part.ts';
import { dataset } from '../../state/datasets.ts';
import { Examination } from './examination.tsx';

/** What models get wrong, which labels are doubtful, and which images stand twice in a dataset. */
export function ErrorsPart({ active }: PartProps): JSX.Element {
  const current = dataset.value;
  if (current === undefined) return <p class="part-loading">Loading…</p>;
  return <Examination key={current.entry.name} dataset={current} active={active} />;
}
