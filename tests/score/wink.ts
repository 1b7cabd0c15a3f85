import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { GoldMention } from './corpus.ts';
import type { NamedEntity, NameSpotter } from './spotters.ts';

/** wink-nlp with the names as custom entities, compared without case as its documentation advises for names. */
export function extractWithWink(names: readonly NamedEntity[]): NameSpotter {
  const nlp = winkNLP(model, ['sbd', 'cer']);
  const { its } = nlp;
  const patterns = Map.groupBy(names, ({ entity }) => entity);
  nlp.learnCustomEntities(
    [...patterns].map(([entity, own]) => ({
      name: entity,
      // Patterns are tokens parted by spaces, so wink's own tokenizer has to cut them.
      patterns: own.map(({ name }) => nlp.readDoc(name).tokens().out().join(' ')),
    })),
    { matchValue: false, usePOS: false },
  );
  return (text) => {
    const found: GoldMention[] = [];
    let from = 0;
    for (const { value, type } of nlp.readDoc(text).customEntities().out(its.detail) as {
      value: string;
      type: string;
    }[]) {
      const start = text.indexOf(value, from);
      if (start < 0) continue;
      from = start + value.length;
      found.push({ start, end: from, entity: type });
    }
    return found;
  };
}
