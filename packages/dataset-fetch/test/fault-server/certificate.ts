import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A key and a certificate that it signed itself, for a host or an address such as `IP:127.0.0.1`, valid for a day. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate with the program `openssl`; `undefined` where it is missing. */
export async function selfSignedCertificate(alternativeName: string): Promise<Certificate | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  const keyPath = join(folder, 'key.pem');
  const certPath = join(folder, 'cert.pem');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const name = ['-subj', '/CN=fault-server', '-addext', `subjectAltName=${alternativeName}`];
  try {
    await run('openssl', [
      'req',
      '-x509',
      ...curve,
      ...name,
      '-days',
      '1',
      '-keyout',
      keyPath,
      '-out',
      certPath,
    ]);
    return { key: await readFile(keyPath, 'utf8'), cert: await readFile(certPath, 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}
