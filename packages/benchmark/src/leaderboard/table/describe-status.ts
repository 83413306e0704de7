import type { Claim, ClaimStatus } from '../claim.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** What is known of a claim, in a few words. */
export function describeStatus(claim: ClaimStatus & Partial<Pick<Claim, 'mnist'>>): string {
  switch (claim.status) {
    case 'verified':
      return claim.verified_mnist === null && typeof claim.mnist === 'number'
        ? 'verified on Fashion-MNIST'
        : 'verified';
    case 'runnable':
      return `runnable, about ${describeMinutes(claim.minutes)} on two cores`;
    case 'planned':
      return claim.minutes === null
        ? 'planned'
        : `planned, about ${describeMinutes(claim.minutes)} on two cores`;
    case 'not-reproducible':
      return 'not reproducible';
    case 'constant':
      return 'a constant';
  }
}

/** Why it is not verified, and what else is worth knowing; nothing where there is nothing to say. */
export function explainStatus(claim: ClaimStatus): string {
  switch (claim.status) {
    case 'verified':
      return '';
    case 'runnable':
      return claim.note ?? '';
    case 'planned':
      return [`Needs ${claim.needs}.`, claim.note].filter((part) => part !== null).join(' ');
    case 'not-reproducible':
    case 'constant':
      return claim.reason;
  }
}

function describeMinutes(minutes: number): string {
  if (minutes < 2 * HOUR) return `${minutes} minutes`;
  if (minutes < 2 * DAY) return `${Math.round(minutes / HOUR)} hours`;
  return `${Math.round(minutes / DAY)} days`;
}
