import { EXIT } from '../exit-code.ts';

/**
 * `fashion-mnist … | head` closes stdout: that is no fault, and the command ends. Without a reader on stderr it works
 * on. Any other failure to write, such as a full disk, is one.
 */
export function bearClosedPipes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    console.error(`error: cannot write to stdout: ${error.message}`);
    process.exit(EXIT.fileSystem);
  });
  process.stderr.on('error', () => {});
}
