import { isRetryableStatus } from './retryable-status.ts';
import { TransferError } from './transfer-error.ts';

const MEANINGS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'has no address (is the name right, is there a network?)',
  EAI_AGAIN: 'cannot be looked up: the name server does not answer',
  ECONNREFUSED: 'refuses connections',
  ECONNRESET: 'hung up',
  UND_ERR_SOCKET: 'hung up',
  EPIPE: 'hung up',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached: there is no network',
  ETIMEDOUT: 'does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'does not answer',
};
/** Codes of Node's TLS and of OpenSSL's certificate checks. */
const UNTRUSTED = /^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_)/;
/** Wrappers of `fetch` that say nothing themselves. */
const EMPTY_MESSAGES = new Set(['fetch failed', 'terminated', 'Request was cancelled.', '']);

/** What a rejected `fetch`, or a body that broke off, means: its innermost cause, in words. */
export function networkFailure(host: string, error: unknown): TransferError {
  const root = rootCause(error);
  const code = codeOf(root);
  if (UNTRUSTED.test(code)) {
    return new TransferError(
      `${host} cannot be trusted: ${messageOf(root)} (${code}); behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS`,
      { retryable: false, cause: error },
    );
  }
  const proxyStatus = /\bproxy\b[^(]*\((\d{3})\)/i.exec(messageOf(root))?.[1];
  if (proxyStatus !== undefined) return proxyRefusal(host, Number(proxyStatus), error);
  const meaning = MEANINGS[code] ?? `cannot be read: ${messageOf(root)}`;
  return new TransferError(`${host} ${meaning}${code === '' ? '' : ` (${code})`}`, {
    retryable: true,
    cause: error,
  });
}

/** The refusal of a proxy between here and the host. */
export function proxyRefusal(host: string, status: number, cause?: unknown): TransferError {
  const advice =
    status === 407
      ? ': it wants a name and a password, as in HTTPS_PROXY=http://name:password@proxy:8080'
      : '';
  return new TransferError(`the proxy answered ${status} when asked for ${host}${advice}`, {
    retryable: isRetryableStatus(status),
    cause,
  });
}

function rootCause(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return rootCause(error.errors[0]);
  const saysNothing = EMPTY_MESSAGES.has(error.message) && codeOf(error) === '';
  return saysNothing && error.cause !== undefined ? rootCause(error.cause) : error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
