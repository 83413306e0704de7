const STEP_BYTES = 64 * 1024;

/** Decides after a cut whether the same server is worth asking for the rest. */
export interface ResumeBudget {
  /** Whether to go on, now that the file has this size. */
  allows(size: number): boolean;
}

/**
 * A budget that lets a download go on as long as it gets further than ever before, and at most `maxResumes` times in
 * a row by less than 64 KiB.
 */
export function createResumeBudget(startSize: number, maxResumes: number): ResumeBudget {
  let furthest = startSize;
  let smallSteps = 0;
  return {
    allows(size) {
      const gained = size - furthest;
      furthest = Math.max(furthest, size);
      smallSteps = gained < STEP_BYTES ? smallSteps + 1 : 0;
      return gained > 0 && smallSteps <= maxResumes;
    },
  };
}
