import { claims } from '../claims.ts';

/** Where an accuracy would stand among the claims. */
export interface Standing {
  /** From 1; of equal ones the claims come first. */
  readonly place: number;
  /** Claims of this dataset, and the new one. */
  readonly of: number;
  /** The claims next to it, as `HOG+SVM (0.926)`. */
  readonly above: string | null;
  readonly below: string | null;
}

/** @param dataset - `fashion-mnist` or `mnist`. */
export function standing(accuracy: number, dataset: 'fashion-mnist' | 'mnist'): Standing {
  const ranked = claims
    .flatMap(({ classifier, fashion, mnist }) => {
      const claimed = dataset === 'mnist' ? mnist : fashion;
      return claimed === null ? [] : [{ classifier, claimed }];
    })
    .toSorted((a, b) => b.claimed - a.claimed);
  const better = ranked.filter(({ claimed }) => claimed >= accuracy).length;
  const nameOf = (index: number) => {
    const row = ranked[index];
    return row === undefined ? null : `${row.classifier} (${row.claimed})`;
  };
  return { place: better + 1, of: ranked.length + 1, above: nameOf(better - 1), below: nameOf(better) };
}
