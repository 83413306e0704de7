import type { Method } from '../../../data/data-index.ts';

/** How far a map may be trusted, by its method. @see Wattenberg et al. 2016; Coenen and Pearce, "Understanding UMAP" */
export const READING: Readonly<Record<Method, string>> = {
  pca: 'A shadow of the pixels along their two directions of greatest variance: large distances are kept, near images may overlap by chance.',
  tsne: 'Near images are alike. Distances between far groups, and how large or dense a group looks, mean little.',
  umap: 'Near images are alike. Distances between far groups mean little, and gaps look wider than they are.',
};
