import { IdxFormatError } from '@fashion-mnist/idx-format';

/** What the action gives; an error of the parser, which does not know where its bytes come from, names the path. */
export async function namingIdx<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof IdxFormatError)) throw error;
    const { code, details } = error;
    throw new IdxFormatError(code, { ...details, got: `${details.got}, in ${path}` }, { cause: error });
  }
}
