import type { PhotoWarning } from '@fashion-mnist/transforms';
import { formatCount } from '../../../ui/format.ts';
import type { ShownStage } from '../../../work/photos/photo-outcome.ts';

/** A step of the conversion, for the reader. */
export interface StageText {
  readonly title: string;
  readonly text: string;
}

const TEXTS: Readonly<Record<ShownStage['name'], (size: string) => StageText>> = {
  photo: (size) => ({ title: 'Your picture', text: `${size} pixels, decoded, upright, in front of white.` }),
  background: () => ({
    title: 'Background',
    text: 'Made white: what is like the border and connected with it.',
  }),
  trim: (size) => ({ title: 'Trim', text: `Edges of the corners’ colour are cut off: ${size} are left.` }),
  sample: (size) => ({ title: 'Resize', text: `Rows and columns are skipped until ${size} are left.` }),
  sharpen: () => ({ title: 'Sharpen', text: 'More so near outlines.' }),
  extend: (size) => ({ title: 'Extend', text: `White around it, in the middle of ${size}.` }),
  negate: () => ({ title: 'Negate', text: 'Light and dark are exchanged: the ground is black.' }),
  grey: () => ({ title: 'Grey', text: 'Red, green and blue become one brightness.' }),
  bytes: () => ({ title: 'Grey, 8 bits', text: '784 numbers from 0 to 255: a Fashion-MNIST image.' }),
};

export function stageText({ name, width, height }: ShownStage): StageText {
  return TEXTS[name](`${formatCount(width)} × ${formatCount(height)}`);
}

/** The paper counts grey and 8 bits as one step; they look alike. */
export function paperStages(stages: readonly ShownStage[]): readonly ShownStage[] {
  return stages.filter(({ name }) => name !== 'grey');
}

/** A warning as a sentence. */
export function warningSentence({ message }: PhotoWarning): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
