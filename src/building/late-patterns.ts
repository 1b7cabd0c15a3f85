/** A node of a syntax tree (ESTree), as far as it matters here. Offsets are UTF-16 code units. */
type SyntaxNode = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
};

type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** Patterns with a Unicode property, whose sets V8 builds each time it reads them. */
const HAS_PROPERTY = /\\p\{/i;
/** With these flags a pattern remembers where it was: a literal is another one each time. */
const STATEFUL = /[gy]/;

/**
 * Has the patterns of a module made when they are first used, not when the module is read. V8 checks a literal as soon as it
 * reads the script, and builds the sets of `\p{L}` and the like for that; then again where it is evaluated. In the annotator
 * this was two thirds of the time from its text to its first statement (`vm.Script` in Node 26, in turns), on every page with
 * a name. Constants of a module become functions, literals elsewhere are kept when they have been made.
 */
export function makePatternsLate(code: string, parse: (code: string) => unknown): string {
  if (!HAS_PROPERTY.test(code)) return code;
  const tree = parse(code);
  const nodes = listNodes(tree);
  const constants = findConstants(tree, nodes);
  const edits: Edit[] = [];
  let kept = 0;
  for (const { start, end, regex } of nodes) {
    if (regex === undefined || !HAS_PROPERTY.test(regex.pattern)) continue;
    const make = `RegExp(${JSON.stringify(regex.pattern)}, ${JSON.stringify(regex.flags)})`;
    const isConstant = [...constants.values()].includes(start);
    const keep = !isConstant && STATEFUL.test(regex.flags) ? make : `(${LATE}${kept++} ??= ${make})`;
    // After a keyword a literal needs no space before it.
    edits.push({ start, end, text: isConstant ? `() => ${keep}` : ` ${keep}` });
  }
  for (const name of constants.keys())
    for (const { end } of usesOf(name, nodes)) edits.push({ start: end, end, text: '()' });
  const declared = Array.from({ length: kept }, (_, number) => `${LATE}${number}`).join(', ');
  return `${kept === 0 ? '' : `let ${declared}; `}${applyEdits(code, edits)}`;
}

/** No source has such a name. */
const LATE = 'latePattern$';

type Declaration = SyntaxNode & {
  readonly kind?: string;
  readonly declarations?: readonly { readonly id: SyntaxNode; readonly init: SyntaxNode | null }[];
};

/** The module's own constants that are nothing but a pattern and are only read: their names, with where the pattern stands. */
function findConstants(tree: unknown, nodes: readonly SyntaxNode[]): ReadonlyMap<string, number> {
  const { body } = tree as { readonly body: readonly Declaration[] };
  const constants = new Map<string, number>();
  for (const { type, kind, declarations = [] } of body) {
    if (type !== 'VariableDeclaration' || kind !== 'const') continue;
    for (const { id, init } of declarations) {
      const { regex, start = 0 } = init ?? {};
      if (id.name === undefined || regex === undefined) continue;
      if (HAS_PROPERTY.test(regex.pattern) && isOnlyRead(id.name, nodes)) constants.set(id.name, start);
    }
  }
  return constants;
}

type Naming = SyntaxNode & {
  readonly key?: SyntaxNode;
  readonly property?: SyntaxNode;
  readonly computed?: boolean;
  readonly shorthand?: boolean;
  readonly id?: SyntaxNode;
  readonly params?: readonly SyntaxNode[];
};

/** Whether every identifier of this name is the constant, in a place where a call may stand. */
function isOnlyRead(name: string, nodes: readonly SyntaxNode[]): boolean {
  const named = (node: SyntaxNode | undefined): boolean => node?.name === name;
  return nodes.filter((node) => node.type === 'VariableDeclarator' && named((node as Naming).id)).length === 1
    ? !nodes.some((node) => {
        const { type, key, property, computed = false, shorthand = false, params = [] } = node as Naming;
        if (type === 'ExportSpecifier' || type === 'ImportSpecifier') return listNodes(node).some(named);
        return (!computed && (named(key) || named(property))) || (shorthand && named(key)) || params.some(named);
      })
    : false;
}

const usesOf = (name: string, nodes: readonly SyntaxNode[]): SyntaxNode[] => {
  const declarators = nodes.filter(({ type }) => type === 'VariableDeclarator');
  const declared = new Set(declarators.map((node) => (node as Naming).id));
  return nodes.filter((node) => node.type === 'Identifier' && node.name === name && !declared.has(node));
};

function listNodes(tree: unknown): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof (value as Partial<SyntaxNode>).type === 'string') found.push(value as SyntaxNode);
    for (const child of Object.values(value)) visit(child);
  };
  visit(tree);
  return found;
}

function applyEdits(code: string, edits: readonly Edit[]): string {
  let text = '';
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += code.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return text + code.slice(done);
}
