import type { JSX } from 'preact';
import type { PartProps } from '../../app/parts.ts';

export function BenchmarkPart({ active }: PartProps): JSX.Element {
  return <p hidden={!active} />;
}
