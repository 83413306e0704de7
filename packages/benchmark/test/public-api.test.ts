import { describe, expect, it } from 'vitest';

const EVERYWHERE = [
  'BenchmarkError',
  'baselinesGrid',
  'buildReport',
  'checkSubmission',
  'claimedAccuracy',
  'claimedDatasets',
  'claims',
  'compareWithClaim',
  'createClassifier',
  'describeStatus',
  'expandGrid',
  'expectedCost',
  'explainStatus',
  'filterConfigurations',
  'findClaim',
  'findEntry',
  'findRecipe',
  'formatAccuracy',
  'humanProtocol',
  'importAnswers',
  'isNetworkRecipe',
  'judgeAnswers',
  'keptResults',
  'leaderboard',
  'leaderboardMarkdown',
  'ownEntries',
  'packageVersion',
  'paperResult',
  'paperResults',
  'parameterText',
  'parseGrid',
  'parseLabels',
  'parseResults',
  'parseSubmission',
  'recipes',
  'reportHtml',
  'reportJson',
  'reportMarkdown',
  'reportTable',
  'resultFile',
  'runRecipe',
  'runResult',
  'sortRows',
  'standing',
  'summarizeRows',
  'wilsonInterval',
];
const IN_NODE = [
  'createChildExecutor',
  'defaultMemoryLimit',
  'readResults',
  'runBenchmark',
  'withMemoryLimit',
];
const DISTRIBUTED = [
  'parseQueueAddress',
  'runBenchmarkOnQueue',
  'runDistributedBenchmark',
  'startBenchmarkWorker',
];

const REPORT = [
  'DATASET_NAMES',
  'DATASET_TITLES',
  'INITIAL_STATE',
  'NO_FIGURE',
  'REPORT_COLUMNS',
  'REPORT_DATASETS',
  'VIEWS',
  'VIEW_TITLES',
  'buildReport',
  'columnOf',
  'configurationKey',
  'familiesOf',
  'familyOf',
  'filterConfigurations',
  'formatAccuracy',
  'formatBytes',
  'formatDifference',
  'formatSeconds',
  'formatState',
  'frontier',
  'headlineFacts',
  'isShown',
  'markerPath',
  'orderBy',
  'orderIn',
  'parameterText',
  'parseResults',
  'parseState',
  'reproduceCommand',
  'sortByValue',
  'sortRows',
  'summarizeRows',
];
const LEADERBOARD = [
  'claims',
  'describeStatus',
  'explainStatus',
  'findClaim',
  'formatAccuracy',
  'humanProtocol',
  'importAnswers',
  'judgeAnswers',
  'keptResults',
  'leaderboard',
  'linkAddress',
  'wilsonInterval',
];

const isNode = 'process' in globalThis && 'versions' in process;

describe('the package', () => {
  it('exports exactly the documented names', async () => {
    const names = Object.keys(await import('@fashion-mnist/benchmark'));
    expect(names.toSorted()).toEqual([...EVERYWHERE, ...(isNode ? IN_NODE : [])].toSorted());
  });

  it('exports what pages show on its own', async () => {
    const report = Object.keys(await import('@fashion-mnist/benchmark/report'));
    expect(report.toSorted()).toEqual(REPORT);
    const leaderboard = Object.keys(await import('@fashion-mnist/benchmark/leaderboard'));
    expect(leaderboard.toSorted()).toEqual(LEADERBOARD);
  });

  it.skipIf(!isNode)('exports what needs a queue on its own', async () => {
    const entry = '@fashion-mnist/benchmark/distributed';
    const names = Object.keys(await import(/* @vite-ignore */ entry));
    expect(names.toSorted()).toEqual(DISTRIBUTED);
  });
});
