/**
 * Ten colours for ten classes, in label order, chosen to be told apart by colour-blind readers too.
 *
 * @see Petroff 2021, "Accessible color sequences for data visualization", the ten-colour sequence.
 */
export const CLASS_COLORS: readonly string[] = Object.freeze([
  '#3f90da',
  '#ffa90e',
  '#bd1f01',
  '#94a4a2',
  '#832db6',
  '#a96b59',
  '#e76300',
  '#b9ac70',
  '#717581',
  '#92dadd',
]);

/** The colour of a class; the sequence starts again after ten. */
export function classColor(label: number): string {
  return CLASS_COLORS[label % CLASS_COLORS.length] as string;
}
