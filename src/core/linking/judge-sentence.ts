import type { Evidence } from '../model/mention.ts';
import type { Span } from '../matching/verify-candidate.ts';
import { isAbbreviation } from './name-shape.ts';
import type { OtherReading, SentenceAnalysis, TaggedTerm } from './analyzer.ts';

/** Tags by which compromise marks a word it knows as something else than a name. */
const ORDINARY_TAGS = new Set([
  'Adjective',
  'Adverb',
  'Verb',
  'Preposition',
  'Conjunction',
  'Determiner',
  'Pronoun',
  'Noun',
  'Singular',
  'Plural',
]);
const COMMON_NOUN_TAGS = new Set(['Noun', 'Singular', 'Plural']);
const NAME_TAGS = new Set(['ProperNoun', 'Organization', 'Acronym', 'Person', 'Place']);

/**
 * What the words around a name say about it. The tag of the name itself is worth little (compromise takes "MOST" for an
 * adverb wherever it stands), so the neighbours decide: a verb after it, an article or a preposition before it speak for a
 * name; a noun right after an ordinary word, or a number after an abbreviation, against.
 *
 * `span` is the name's place in the sentence, UTF-16 code units, end exclusive.
 */
export function judgeSentence(analysis: SentenceAnalysis, span: Span): Evidence[] {
  const position = analysis.terms.findIndex((term) => term.start < span.end && term.end > span.start);
  const self = analysis.terms[position];
  if (self === undefined) return [];
  const previous = analysis.terms[position - 1];
  const next = analysis.terms[lastInside(analysis.terms, position, span) + 1];
  const ordinary = self.reading === 'ordinary' || self.reading === 'common-noun';
  const found: Evidence[] = [];
  if (belongsToPerson(self, previous, next)) return ['name-of-another-person'];
  if (self.reading === 'given-name') found.push('given-name');
  // Ordinary words are rarely set in capitals, so an abbreviation that spells one needs less to be believed.
  if (ordinary) found.push(isAbbreviation(self.text) ? 'ordinary-word-in-capitals' : 'ordinary-word');
  if (/['’]s?$/.test(self.text)) return [...found, 'possessive'];
  const article = previous !== undefined && /^(?:the|a|an)$/i.test(previous.text);
  // A common noun has verbs after it and articles before it, just as a name has.
  if (self.reading === 'common-noun') return found;
  if (!isPlainNameBeforeNumber(self, next)) found.push(...judgeNext(next, ordinary, article));
  if (article) found.push(judgeArticle(previous, next, ordinary));
  else if (previous !== undefined && has(previous, 'Preposition') && !isNominal(next))
    found.push('preposition-precedes');
  return found;
}

/** "Doug Forbes", "Alexa Brandt", "a person called Alexa". */
function belongsToPerson(self: TaggedTerm, previous: TaggedTerm | undefined, next: TaggedTerm | undefined): boolean {
  if (
    previous !== undefined &&
    isBeside(previous, self) &&
    /^\p{Lu}/u.test(previous.text) &&
    GIVEN_NAME_TAGS.some((tag) => has(previous, tag))
  )
    return true;
  if (self.reading !== 'given-name') return false;
  return (
    /^(?:called|named)$/iu.test(previous?.text ?? '') ||
    (next !== undefined && isBeside(self, next) && /^\p{Lu}\p{Ll}/u.test(next.text) && !has(next, 'Verb'))
  );
}

/** Whether there is but a space between: "Alexa; Google" is nobody. */
const isBeside = (first: TaggedTerm, second: TaggedTerm): boolean => second.start - first.end <= 1;

/** Tables and model numbers: "Google 5G gear", "(BBC, 2023)". Only of "MOST 5" does a number tell. */
const isPlainNameBeforeNumber = (self: TaggedTerm, next: TaggedTerm | undefined): boolean =>
  next !== undefined &&
  has(next, 'Value') &&
  ((self.reading === undefined && !isAbbreviation(self.text)) || !isBeside(self, next));

const GIVEN_NAME_TAGS = ['FirstName', 'MaleName', 'FemaleName'];

function judgeNext(next: TaggedTerm | undefined, ordinary: boolean, article: boolean): Evidence[] {
  if (next === undefined) return [];
  if (has(next, 'Value')) return ['number-follows'];
  if (has(next, 'Verb') && !has(next, 'Gerund')) return ['verb-follows'];
  return ordinary && !article && isNominal(next) ? ['noun-follows'] : [];
}

/** "The MOST is" names the ministry, "a medium size" and "the most people" do not. */
function judgeArticle(article: TaggedTerm, next: TaggedTerm | undefined, ordinary: boolean): Evidence {
  const definite = /^the$/i.test(article.text);
  if (ordinary && (!definite || isNominal(next))) return 'article-precedes-common-noun';
  return definite ? 'article-precedes' : 'indefinite-article-precedes';
}

const has = (term: TaggedTerm, tag: string): boolean => term.tags.includes(tag);

const isNominal = (term: TaggedTerm | undefined): boolean =>
  term !== undefined && (has(term, 'Noun') || has(term, 'Adjective') || has(term, 'Adverb')) && !has(term, 'Verb');

function lastInside(terms: readonly TaggedTerm[], from: number, span: Span): number {
  let last = from;
  while ((terms[last + 1]?.start ?? span.end) < span.end) last++;
  return last;
}

/** What the tags that a lexicon gives a lower-cased word say it is besides a name; null if nothing. */
export function otherReading(lexiconTags: readonly string[]): OtherReading | null {
  if (GIVEN_NAME_TAGS.some((tag) => lexiconTags.includes(tag))) return 'given-name';
  const isName = lexiconTags.some((tag) => NAME_TAGS.has(tag));
  if (isName || !lexiconTags.some((tag) => ORDINARY_TAGS.has(tag))) return null;
  return lexiconTags.some((tag) => COMMON_NOUN_TAGS.has(tag)) ? 'common-noun' : 'ordinary';
}
