import { TransferError } from '../../transfer/transfer-error.ts';
import { addressScope } from './address-scope.ts';

const STATUSES = new Set([301, 302, 303, 307, 308]);
const SCHEMES = new Set(['https:', 'http:']);

/** What decides which addresses may be asked. */
export interface AddressPolicy {
  /** The address that the caller chose. */
  readonly firstUrl: URL;
  /** Allows plain http beyond this machine, and redirects from public to private addresses. */
  readonly allowHttp: boolean;
}

/** Whether an answer with this status sends the client elsewhere. */
export function isRedirect(status: number): boolean {
  return STATUSES.has(status);
}

/** Refuses an address that is not https, nor http where http is allowed. */
export function requireUsableUrl(url: URL, { allowHttp }: AddressPolicy): void {
  const fault = faultOf(url, allowHttp);
  if (fault !== undefined) throw refused(`${printUrl(url)} is not asked: ${fault}`);
}

/** The address that a redirect leads to. @throws {TransferError} when it may not be followed. */
export function redirectTarget(from: URL, location: string | null, policy: AddressPolicy): URL {
  if (location === null || !URL.canParse(location, from.href)) {
    throw refused(`${printUrl(from)} redirects without saying where`);
  }
  const to = new URL(location, from);
  const fault = faultOf(to, policy.allowHttp) ?? faultOfStep(from, to, policy);
  if (fault !== undefined) {
    throw refused(`${printUrl(from)} redirects to ${printUrl(to)}, which is refused: ${fault}`);
  }
  return to;
}

/** An address for people: without a password, and without a query, which may hold a signature. */
export function printUrl({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

function faultOf(url: URL, allowHttp: boolean): string | undefined {
  if (!SCHEMES.has(url.protocol)) return 'only https and http are spoken';
  if (url.username !== '' || url.password !== '') return 'it holds a name or a password';
  const isPlain = url.protocol === 'http:' && addressScope(url) !== 'loopback';
  if (isPlain && !allowHttp)
    return 'plain http can be read and changed on its way; set allowHttp to accept it';
}

function faultOfStep(from: URL, to: URL, { firstUrl, allowHttp }: AddressPolicy): string | undefined {
  if (from.protocol === 'https:' && to.protocol === 'http:') return 'it gives up encryption';
  const entersPrivate = addressScope(firstUrl) === 'public' && addressScope(to) !== 'public';
  if (entersPrivate && !allowHttp) return 'a public server does not send anyone into a private network';
}

function refused(message: string): TransferError {
  return new TransferError(message, { retryable: false });
}
