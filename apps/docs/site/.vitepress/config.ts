import { type DefaultTheme, defineConfig, type UserConfig } from 'vitepress';
import { apiPath, entryPoints } from '../../src/api/entry-points.ts';
import { benchmarkGroups } from '../../src/benchmarks/benchmark-groups.ts';
import { anchorOf } from '../../src/links/heading-anchors.ts';
import { home } from './home.ts';

/** For tests: without the reference of the API, and not made small. */
const isDraft = process.env['DOCS_DRAFT'] === '1';

/** A shirt. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><path fill="#0d6bc9" d="M9 3 2 7l3 6 3-1.500V25h12V11.500L23 13l3-6-7-4c-1 3-9 3-10 0z"/></svg>';

const config: UserConfig<DefaultTheme.Config> = defineConfig({
  title: 'Fashion-MNIST in TypeScript',
  description: 'Verified data, classifiers, networks and maps of 70,000 garments, in Node and in pages',
  lang: 'en',
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(ICON)}` }]],
  base: process.env['DOCS_BASE'] ?? '/',
  outDir: '../dist',
  cacheDir: '../.cache/vitepress',
  cleanUrls: false,
  rewrites: (page) => page.replace(/^generated\//, ''),
  srcExclude: ['generated/parts/**', ...(isDraft ? ['generated/api/**'] : [])],
  ignoreDeadLinks: isDraft ? [/^\/api\//] : false,
  vite: { build: { minify: !isDraft } },
  markdown: { anchor: { slugify: (heading) => anchorOf(heading).replace(/^-+/, '') } },
  transformPageData: ({ relativePath }) =>
    relativePath === 'index.md' ? { frontmatter: { ...home }, titleTemplate: false } : {},
  themeConfig: {
    search: { provider: 'local' },
    outline: { level: [2, 3] },
    nav: [
      { text: 'Guides', link: '/start', activeMatch: '^/(start|guides|how-tos)' },
      { text: 'Benchmarks', link: '/benchmarks/', activeMatch: '^/benchmarks/' },
      { text: 'Leaderboard', link: '/leaderboard' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
    ],
    sidebar: {
      '/benchmarks/': [
        { text: 'Benchmarks', items: [{ text: 'Overview', link: '/benchmarks/' }] },
        ...benchmarkGroups()
          .filter(({ names }) => names.length > 0)
          .map(({ title, names }) => ({
            text: title,
            collapsed: false,
            items: names.map((name) => ({ text: name, link: `/benchmarks/${name}` })),
          })),
      ],
      '/api/': [
        {
          text: 'API reference',
          items: entryPoints().map(({ name }) => ({
            text: name.replace('@fashion-mnist/', ''),
            link: apiPath(name),
          })),
        },
      ],
      '/': [
        {
          text: 'Begin',
          items: [
            { text: 'Start here', link: '/start' },
            { text: 'A tour of the page', link: '/tour' },
            { text: 'What users asked for', link: '/asked' },
          ],
        },
        {
          text: 'Guides',
          items: [
            { text: 'Load the data', link: '/guides/load-data' },
            { text: 'Train a classifier', link: '/guides/train-classifier' },
            { text: 'Train a network', link: '/guides/train-network' },
            { text: 'Make a map', link: '/guides/make-a-map' },
            { text: 'Your own photos', link: '/guides/own-photos' },
            { text: 'Run the benchmark', link: '/guides/benchmark' },
            { text: 'The leaderboard', link: '/guides/leaderboard' },
            { text: 'Serve the page', link: '/guides/serve' },
          ],
        },
        {
          text: 'More',
          items: [
            { text: 'How to …', link: '/how-tos' },
            { text: 'How to read a map', link: '/read-a-map' },
            { text: 'Leaderboard', link: '/leaderboard' },
            { text: 'Benchmarks', link: '/benchmarks/' },
            { text: 'API reference', link: '/api/' },
          ],
        },
      ],
    },
    footer: { message: 'MIT licence. The dataset is MIT, Zalando SE.' },
  },
});

export default config;
