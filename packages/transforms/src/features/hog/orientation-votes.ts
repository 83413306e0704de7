/** How gradients vote for directions. */
export interface VoteOptions {
  readonly orientations: number;
  /** Directions over 360 degrees; otherwise opposite ones are the same, over 180. */
  readonly isSigned: boolean;
  /** A vote is shared between the two nearest directions; otherwise it goes to the one whose range it lies in. */
  readonly isInterpolated: boolean;
}

/** The votes of gradients for directions, to be looked up by `(dy - least) * span + (dx - least)`. */
export interface VoteTable {
  readonly least: number;
  readonly span: number;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly toFirst: Float64Array;
  readonly toSecond: Float64Array;
}

/** Where one gradient's vote goes; written by `castVote`. */
export interface Vote {
  first: number;
  second: number;
  toFirst: number;
  toSecond: number;
}

/** Differences of bytes. */
const LEAST = -255;
const SPAN = 511;

/** The vote of a gradient: its magnitude, for its direction. */
export function castVote(dx: number, dy: number, options: VoteOptions, vote: Vote): void {
  const { orientations, isSigned, isInterpolated } = options;
  const turn = isSigned ? 360 : 180;
  const degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  const angle = (degrees + 360) % turn;
  const magnitude = Math.sqrt(dx * dx + dy * dy);
  const place = (angle * orientations) / turn - (isInterpolated ? 0.5 : 0);
  const below = Math.floor(place);
  const share = isInterpolated ? place - below : 0;
  vote.first = (below + orientations) % orientations;
  vote.second = (below + 1) % orientations;
  vote.toFirst = magnitude * (1 - share);
  vote.toSecond = magnitude * share;
}

/** All votes of differences of bytes: computed once, so that millions of pixels need no trigonometry. */
export function voteTable(options: VoteOptions): VoteTable {
  const table = {
    least: LEAST,
    span: SPAN,
    first: new Uint8Array(SPAN ** 2),
    second: new Uint8Array(SPAN ** 2),
    toFirst: new Float64Array(SPAN ** 2),
    toSecond: new Float64Array(SPAN ** 2),
  };
  const vote: Vote = { first: 0, second: 0, toFirst: 0, toSecond: 0 };
  for (let at = 0; at < SPAN ** 2; at++) {
    castVote((at % SPAN) + LEAST, Math.floor(at / SPAN) + LEAST, options, vote);
    table.first[at] = vote.first;
    table.second[at] = vote.second;
    table.toFirst[at] = vote.toFirst;
    table.toSecond[at] = vote.toSecond;
  }
  return table;
}
