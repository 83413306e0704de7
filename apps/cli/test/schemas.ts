import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

const folder = new URL('../schemas/', import.meta.url);
const END = '.schema.json';

/** The documents that have a schema: those of commands, and `error`. */
export const schemaNames: readonly string[] = readdirSync(folder).map((name) => name.replace(END, ''));

/** Expects a document to be as its schema says, without a field that the schema does not know. */
export function expectSchema(name: string, document: unknown): void {
  const schema = JSON.parse(readFileSync(new URL(`${name}${END}`, folder), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  validate(document);
  expect(validate.errors ?? [], name).toEqual([]);
}
