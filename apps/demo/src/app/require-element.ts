/**
 * The element of the page that a selector names.
 *
 * @throws {Error} when there is none, or when it is of another type.
 */
export function requireElement<T extends Element>(
  selector: string,
  type: new () => T,
  root: ParentNode = document,
): T {
  const element = root.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${type.name} "${selector}".`);
}
