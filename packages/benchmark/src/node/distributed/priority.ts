/** BullMQ does the jobs with the lowest number first, from 1 to this. */
const LAST_PRIORITY = 2 ** 21 - 1;
const SHORTEST_SECONDS = 1e-3;
const LONGEST_SECONDS = 1e7;
const DECADES = Math.log10(LONGEST_SECONDS / SHORTEST_SECONDS);

/**
 * The priority of a job: the longest comes first, so that none is left for the end.
 *
 * @param expectedSeconds - Of the job, told apart from a millisecond to 115 days.
 */
export function priorityOf(expectedSeconds: number): number {
  const seconds = Math.min(Math.max(expectedSeconds, SHORTEST_SECONDS), LONGEST_SECONDS);
  const decadesBelowLongest = Math.log10(LONGEST_SECONDS / seconds);
  return 1 + Math.round((decadesBelowLongest / DECADES) * (LAST_PRIORITY - 1));
}
