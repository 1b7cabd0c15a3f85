export type Answer = {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A page that is odd or means harm, what must be marked on it, and nothing else. */
export type HostilePage = {
  /** Threats and faults it is about. */
  readonly id: string;
  readonly title: string;
  /** A document, or a whole answer. `{{other}}` in it stands for the address of another site. */
  readonly main: string | Answer;
  /** Further documents, at addresses relative to the page's own. */
  readonly routes?: Readonly<Record<string, string | Answer>>;
  /** What is marked in the main frame, in document order. */
  readonly marks: readonly string[];
  /** What is marked in each other frame in which something is, in any order. */
  readonly frames?: readonly (readonly string[])[];
  /** The same where Firefox does otherwise. */
  readonly framesInFirefox?: readonly (readonly string[])[];
  /** Firefox counts the paint of a highlight, whosoever it is, into the box of text in a drawing: boxes are not compared there. */
  readonly hasTextInDrawing?: true;
  /** So heavy that nothing else is opened beside it. */
  readonly alone?: true;
  /** A script that is run once these marks are there. */
  readonly act?: string;
  /** An expression that is true when the page has done what it does. */
  readonly ready?: string;
  /** What is marked in the main frame after that. */
  readonly marksAfter?: readonly string[];
  /** False where no script of the page is run. */
  readonly runsScripts?: false;
  /** False where text that is added cannot be seen. */
  readonly takesText?: false;
};

/** A document with this body. */
export const documentWith = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

/** The path at which a page is served, made of its title. */
export const pathOf = ({ id, title }: HostilePage): string =>
  `/${`${id} ${title}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}/`;
