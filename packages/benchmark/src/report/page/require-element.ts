/** @throws {Error} the page has no such element. */
export function requireElement<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  parent: ParentNode = document,
): Kind {
  const element = parent.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`expected ${selector} in the page`);
}

/** All elements of a kind, in the order of the page. */
export function allElements<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  parent: ParentNode = document,
): readonly Kind[] {
  return [...parent.querySelectorAll(selector)].filter((element): element is Kind => element instanceof kind);
}
