declare module 'tsne-js' {
  /** What is used of tsne-js, which ships no types. */
  class TSNE {
    constructor(options: {
      dim: number;
      perplexity: number;
      earlyExaggeration: number;
      learningRate: number;
      nIter: number;
      metric: 'euclidean';
    });
    /** The layout that `run` starts from and leaves its result in. */
    outputEmbedding: { data: Float64Array };
    /** Joint affinities, shape `[sampleCount, sampleCount]`, once `run` has ended. */
    P: { data: Float64Array };
    init(input: { data: readonly (readonly number[])[]; type: 'dense' }): void;
    on(event: 'progressIter', listener: (progress: readonly [number, number, number]) => void): this;
    run(): [finalError: number, iterations: number];
  }
  export = TSNE;
}
