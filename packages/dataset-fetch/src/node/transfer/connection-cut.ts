import { TransferError } from '../../transfer/transfer-error.ts';

/** A transfer that ended in the middle of the body: the one failure that is worth resuming at once. */
export class ConnectionCut extends TransferError {
  constructor(message: string, options: ErrorOptions = {}) {
    super(message, { ...options, retryable: true });
  }
}
