/** The libraries behind `engine: 'reference'`, as results name them. */
export const UMAP_JS = 'umap-js 1.4.0';
export const TSNE_JS = 'tsne-js 1.0.3';
