import { TransferError } from '../../transfer/transfer-error.ts';
import type { Exchange } from './exchange.ts';
import { type AddressPolicy, isRedirect, printUrl, redirectTarget, requireUsableUrl } from './redirects.ts';

const MAX_REDIRECTS = 10;

/** An answer that is not a redirect, and the server that gave it. */
export interface Answer {
  readonly response: Response;
  readonly url: URL;
}

/** Asks for a file and follows redirects by hand, because each step must be one that the policy allows. */
export async function sendRequest(
  exchange: Exchange,
  headers: Readonly<Record<string, string>>,
  policy: AddressPolicy,
): Promise<Answer> {
  requireUsableUrl(policy.firstUrl, policy);
  const seen = new Set<string>();
  let url = policy.firstUrl;
  for (;;) {
    seen.add(url.href);
    const response = await exchange.ask(url, headers);
    if (!isRedirect(response.status)) return { response, url };
    const next = redirectTarget(url, response.headers.get('location'), policy);
    if (seen.has(next.href))
      throw endless(`${printUrl(url)} redirects in a circle, back to ${printUrl(next)}`);
    if (seen.size > MAX_REDIRECTS) {
      throw endless(
        `${printUrl(policy.firstUrl)} redirects more than ${MAX_REDIRECTS} times, last to ${printUrl(next)}`,
      );
    }
    url = next;
  }
}

function endless(message: string): TransferError {
  return new TransferError(message, { retryable: false });
}
