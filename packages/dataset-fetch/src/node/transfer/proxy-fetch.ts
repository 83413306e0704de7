import { TransferError } from '../../transfer/transfer-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface ProxySettings {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/**
 * The platform's `fetch`, or one that asks through the proxy that `HTTP_PROXY` or `HTTPS_PROXY` names (in either
 * case; lower case wins), except for the hosts of `NO_PROXY`. Where only `HTTP_PROXY` is set, it serves https, too.
 */
export function proxyFetch(env: Environment = process.env): typeof globalThis.fetch {
  const settings: ProxySettings = {
    httpProxy: env['http_proxy'] ?? env['HTTP_PROXY'] ?? '',
    httpsProxy: env['https_proxy'] ?? env['HTTPS_PROXY'] ?? '',
    noProxy: env['no_proxy'] ?? env['NO_PROXY'] ?? '',
  };
  if (settings.httpProxy === '' && settings.httpsProxy === '') return globalThis.fetch;
  let loading: Promise<typeof globalThis.fetch> | undefined;
  return async (input, init) => {
    loading ??= loadProxyFetch(settings);
    return (await loading)(input, init);
  };
}

async function loadProxyFetch(settings: ProxySettings): Promise<typeof globalThis.fetch> {
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: proxyAddress('HTTP_PROXY', settings.httpProxy),
    httpsProxy: proxyAddress('HTTPS_PROXY', settings.httpsProxy),
    noProxy: settings.noProxy,
    // Many proxies tunnel to port 443 alone: plain http is forwarded.
    proxyTunnel: false,
  });
  const fetchBy = fetch as unknown as (input: unknown, init: object) => Promise<Response>;
  return (input, init) => fetchBy(input, { ...init, dispatcher });
}

/** `proxy:8080` is what many people write; a URL needs a scheme. */
function proxyAddress(name: string, value: string): string {
  const address = value === '' || value.includes('://') ? value : `http://${value}`;
  if (address === '' || URL.canParse(address)) return address;
  throw new TransferError(`${name}: expected an address such as http://proxy:8080`, { retryable: false });
}
