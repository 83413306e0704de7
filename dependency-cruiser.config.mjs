/**
 * Rules within packages and apps. Which package may import which other one is turbo's to know: `boundaries` of
 * turbo.json.
 */
const TESTS = String.raw`\.(test|long|specs)\.tsx?$|/test/|/testing(/|\.ts$)`;
const NODE_PLACES = String.raw`/node/|/node\.ts$|\.node\.ts$`;
const BROWSER_PLACES = String.raw`/browser/|\.browser\.ts$`;

const forbidden = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Folders beside each other that do not import each other. */
const siblings = (name, folder, names) =>
  forbidden(
    name,
    'Families share what stands above them; what two of them need belongs there.',
    { path: `^${folder}/(${names})(/|\\.ts)`, pathNot: TESTS },
    { path: `^${folder}/(${names})(/|\\.ts)`, pathNot: `^${folder}/$1(/|\\.ts)` },
  );

const MODEL_FAMILIES =
  'boosting|deep|gaussian-process|label-errors|linear|naive-bayes|neighbors|neural-network|online|pipeline|svm|trees';

export default {
  forbidden: [
    forbidden(
      'no-circular',
      'Data flows one way, and so do types: what two files need stands in a third.',
      {},
      { circular: true },
    ),
    forbidden(
      'tfjs-only-where-it-belongs',
      'Whoever imports the root of a package does not load tfjs.',
      {
        path: '^packages/',
        pathNot: `^packages/(models/src/deep|tfjs-backend-simd)/|${TESTS}`,
      },
      { path: '(^|/)@tensorflow/' },
    ),
    forbidden(
      'node-only-in-its-places',
      'Packages run in browsers; the halves that need Node are named so.',
      { path: '^packages/[^/]+/src/', pathNot: `${NODE_PLACES}|${TESTS}` },
      { dependencyTypes: ['core'] },
    ),
    forbidden(
      'no-node-in-browser-places',
      'A page cannot load what needs Node.',
      { path: BROWSER_PLACES, pathNot: TESTS },
      { path: `^(packages|apps)/.*(${NODE_PLACES})` },
    ),
    forbidden(
      'no-browser-in-node-places',
      'Node has no DOM.',
      { path: NODE_PLACES, pathNot: TESTS },
      { path: `^(packages|apps)/.*(${BROWSER_PLACES})` },
    ),
    forbidden(
      'view-is-an-entry-of-its-own',
      'The viewer needs a DOM: nothing else of the package loads it.',
      { path: '^packages/visualize/src/', pathNot: '^packages/visualize/src/view/' },
      { path: '^packages/visualize/src/view/' },
    ),
    siblings('model-families-are-siblings', 'packages/models/src', MODEL_FAMILIES),
    forbidden(
      'what-families-share-knows-none-of-them',
      'It would come with that family wherever it is used.',
      {
        path: '^packages/models/src/(metrics|minimize|options|persistence|samples|selection)/',
        pathNot: TESTS,
      },
      { path: `^packages/models/src/(${MODEL_FAMILIES})/` },
    ),
    siblings('map-methods-are-siblings', 'packages/visualize/src', 'tsne|umap'),
    siblings(
      'transforms-are-siblings',
      'packages/transforms/src',
      'augmentation|decoding|features|photo|scaling',
    ),
    siblings('parts-of-the-page-are-siblings', 'apps/demo/src/parts', '[^/]+'),
    forbidden(
      'the-page-is-composed-in-one-place',
      'The app knows its parts and what they share; none of them knows the app.',
      { path: '^apps/demo/(src|test)/', pathNot: '^apps/demo/src/(app/|main\\.tsx$)' },
      { path: '^apps/demo/src/app/' },
    ),
    forbidden(
      'no-way-around-the-entries-of-a-package',
      'Packages are imported by their names, as their users import them.',
      { path: '^(packages|apps)/([^/]+)/' },
      { path: '^(packages|apps|tooling)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    ),
    forbidden(
      'sources-know-no-tests',
      'Tests and examples are not published.',
      { path: '/src/', pathNot: TESTS },
      { path: `${TESTS}|^(packages|apps|tooling)/[^/]+/examples/` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|apps)/[^/]+/(dist|out|assembly|src/generated)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['@fashion-mnist/source', 'import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
