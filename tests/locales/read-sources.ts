import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor, type ESTree } from 'vite';

type Node = ESTree.Expression | ESTree.JSXExpression | ESTree.SpreadElement;

/** A key as a source names it: as it is, or with gaps that are filled when it runs. */
export type Use = {
  readonly file: string;
  readonly key: RegExp;
  /** The places that are filled; null where that cannot be read from the source. */
  readonly places: readonly string[] | null;
};

export type Sources = {
  readonly uses: readonly Use[];
  /** Words that stand in a view, not in the texts. */
  readonly words: readonly string[];
};

/** Attributes and props whose text a reader sees or hears. */
const SPOKEN = new Set(['alt', 'aria-label', 'aria-description', 'hint', 'label', 'placeholder', 'title']);

/** Reads how the sources in `folder` use texts, and the words that they should not hold themselves. */
export function readSources(folder: string): Sources {
  const uses: Use[] = [];
  const words: string[] = [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  for (const file of files) {
    const { program } = parseSync(file, readFileSync(join(folder, file), 'utf8'));
    const note = (text: string): void => {
      if (/\p{L}{2}/u.test(text)) words.push(`${file}: ${text.trim()}`);
    };
    new Visitor({
      CallExpression({ callee, arguments: [key, ...values] }) {
        if (callee.type !== 'Identifier' || callee.name !== 't' || key === undefined) return;
        uses.push({
          file,
          key: keyOf(key),
          places: placesOf(values.findLast(({ type }) => type === 'ObjectExpression')),
        });
      },
      JSXOpeningElement({ name, attributes }) {
        const valueOf = (wanted: string) =>
          attributes.flatMap((item) =>
            item.type === 'JSXAttribute' && item.name.name === wanted ? [item.value] : [],
          )[0];
        if (name.type !== 'JSXIdentifier' || name.name !== 'Sentence') return;
        const [text, slots] = [valueOf('text'), valueOf('slots')];
        if (text?.type !== 'Literal') throw new Error(`${file}: the text of a Sentence must be a key`);
        uses.push({
          file,
          key: keyOf(text),
          places: slots?.type === 'JSXExpressionContainer' ? placesOf(slots.expression) : null,
        });
      },
      JSXText: ({ value }) => note(value),
      JSXAttribute({ name, value }) {
        if (name.type !== 'JSXIdentifier' || !SPOKEN.has(name.name)) return;
        if (value?.type === 'Literal') note(value.value);
        if (value?.type === 'JSXExpressionContainer') textsOf(value.expression).forEach(note);
      },
      JSXElement: ({ children }) => children.flatMap(textsOfChild).forEach(note),
      JSXFragment: ({ children }) => children.flatMap(textsOfChild).forEach(note),
    }).visit(program);
  }
  return { uses, words };
}

const escapeKey = (key: string): string => key.replaceAll('.', String.raw`\.`);

function keyOf(node: Node): RegExp {
  if (node.type === 'Literal') return new RegExp(`^${escapeKey(String(node.value))}$`);
  if (node.type !== 'TemplateLiteral') return /^$/;
  return new RegExp(`^${node.quasis.map(({ value }) => escapeKey(value.raw)).join('[^.]+')}$`);
}

function placesOf(node: Node | undefined): string[] | null {
  if (node === undefined) return [];
  if (node.type !== 'ObjectExpression') return null;
  const names = node.properties.flatMap((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : [],
  );
  return names.length === node.properties.length ? names : null;
}

const textsOfChild = (child: ESTree.JSXChild): string[] =>
  child.type === 'JSXExpressionContainer' ? textsOf(child.expression) : [];

/** The texts of which an expression may be one. */
function textsOf(node: Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.raw);
  if (node.type === 'ConditionalExpression') return [...textsOf(node.consequent), ...textsOf(node.alternate)];
  if (node.type === 'LogicalExpression') return [...textsOf(node.left), ...textsOf(node.right)];
  return [];
}
