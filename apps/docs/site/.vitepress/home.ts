/** The front page above its text. As front matter of a page it would be taken for Markdown by the formatter. */
export const home: Readonly<Record<string, unknown>> = {
  layout: 'home',
  hero: {
    name: 'Fashion-MNIST',
    text: 'in TypeScript',
    tagline:
      'Verified data, classifiers measured against scikit-learn, networks, and maps of 70,000 garments in seconds. In Node and in pages, with no Python and no native build.',
    actions: [
      { theme: 'brand', text: 'Start here', link: '/start' },
      { theme: 'alt', text: 'Benchmarks', link: '/benchmarks/' },
      { theme: 'alt', text: 'Leaderboard', link: '/leaderboard' },
    ],
  },
  features: [
    {
      title: 'Data',
      details:
        'A name becomes verified arrays, from any mirror, in Node and in a page. Wrong files are named for what they are.',
      link: '/guides/load-data',
    },
    {
      title: 'Classifiers',
      details: "The families of the original benchmark under scikit-learn's names, as accurate and faster.",
      link: '/guides/train-classifier',
    },
    {
      title: 'Networks',
      details:
        "The leaderboard's networks learn on all cores, stop, go on to the same bytes, and answer for photos.",
      link: '/guides/train-network',
    },
    {
      title: 'Maps',
      details:
        'PCA, t-SNE and UMAP of all images, their quality, and a viewer in which dots become pictures.',
      link: '/guides/make-a-map',
    },
    {
      title: 'Benchmark',
      details: "The original's 129 configurations, on one machine or many, beside the paper.",
      link: '/guides/benchmark',
    },
    {
      title: 'Asked for',
      details: 'What users of the original asked for in its issues, and where it is here.',
      link: '/asked',
    },
  ],
};
