import {
  type ClaimStatus,
  describeStatus,
  explainStatus,
  humanProtocol,
  keptResults,
  leaderboard,
  type RunFigure,
  type RunResult,
} from '@fashion-mnist/benchmark/leaderboard';

/** A run of ours, and the name of its file. */
export interface BoardRun {
  readonly file: string;
  readonly result: RunResult;
}

/** A row of the leaderboard as the page shows it: a claim, or an entry of our own. */
export interface BoardRow {
  readonly id: string;
  readonly classifier: string;
  /** Empty where there is none. */
  readonly preprocessing: string;
  /** null: an entry of our own, of which nothing was claimed. */
  readonly claimed: number | null;
  readonly claimedMnist: number | null;
  /** How many test images the claim is about. */
  readonly imageCount: number;
  readonly submitter: string;
  readonly links: readonly string[];
  readonly status: ClaimStatus['status'];
  readonly statusText: string;
  readonly explanation: string;
  /** Of ours, one on all datasets or one a dataset. */
  readonly runs: readonly BoardRun[];
}

const TEST_IMAGES = 10_000;

/** All rows: best claim first, then our own. */
export function boardRows(): readonly BoardRow[] {
  const { claims, own } = leaderboard();
  return [
    ...claims.map((claim) => ({
      ...claim,
      preprocessing: claim.preprocessing === 'None' ? '' : claim.preprocessing,
      claimed: claim.fashion,
      claimedMnist: claim.mnist,
      imageCount: claim.status === 'constant' ? humanProtocol().indices.length : TEST_IMAGES,
      statusText: describeStatus(claim),
      explanation: explainStatus(claim),
      runs: claim.status === 'verified' ? claim.results.flatMap(runOf) : [],
    })),
    ...own.map(({ id, classifier, preprocessing, minutes, run }): BoardRow => {
      const status: ClaimStatus = { status: 'runnable', minutes, note: null };
      return {
        id,
        classifier,
        preprocessing,
        claimed: null,
        claimedMnist: null,
        imageCount: TEST_IMAGES,
        submitter: 'our own',
        links: [],
        status: run === null ? 'runnable' : 'verified',
        statusText: run === null ? describeStatus(status) : 'run',
        explanation: '',
        runs: run === null ? [] : [run],
      };
    }),
  ];
}

/** Our figure of a dataset; undefined where nobody has run the row. */
export function figureOn({ runs }: BoardRow, dataset: 'fashion-mnist' | 'mnist'): RunFigure | undefined {
  return runs.flatMap(({ result }) => result.figures).find((figure) => figure.dataset.name === dataset);
}

/** What can be run has a recipe. */
export function reproduceRowCommand({ id, status }: BoardRow): string | undefined {
  return status === 'verified' || status === 'runnable' ? `fashion-mnist leaderboard run ${id}` : undefined;
}

function runOf(file: string): readonly BoardRun[] {
  const result = keptResults.find((kept) => kept.file === file)?.result;
  return result?.kind === 'run' ? [{ file, result }] : [];
}
