import type { Span } from '../matching/verify-candidate.ts';
import {
  capitalisesNouns,
  isInTitleCaseLine,
  nextProperWord,
  properWordBefore,
  type ProperWord,
} from './proper-words.ts';

/** Before a surname these say what somebody is, not what he is called. */
const TITLE =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|president|vice-president|chairman|chairwoman|chair|chief|senator|sen|governor|gov|secretary|minister|premier|chancellor|ambassador|judge|justice|general|gen|colonel|captain|king|queen|prince|princess|pope|ceo|cto|cfo|founder|director|boss|billionaire|candidate|nominee|republican|democrat|herr|frau|coach|captain|detective|officer|sergeant|nurse|sister|brother|uncle|aunt|analyst|economist|author|writer|lawyer|investor|entrepreneur|monsieur|madame|señor|signor)$/iu;
/** After a surname these belong to whoever bears it. */
const OFFICE =
  /^(?:administration|presidency|campaign|government|white|cabinet|team|era|jr|sr|ii|iii|said|says|and|or|in|on|at|the|a|an|is|was|has|had|will)$/iu;

const isOpener = (word: string): boolean => OPENER.test(word) || /(?:ly|ing)$/u.test(word);

/** "Donald Trump Jr." is his son, and nobody who is followed is a child. */
export const isNamesake = (text: string, span: Span): boolean =>
  /^,?[ \u00a0](?:Jr|Sr|Junior|Senior|II|III|IV)(?![\p{L}\p{N}])/u.test(text.slice(span.end, span.end + 10)) ||
  CHILD_BEFORE.test(text.slice(Math.max(0, span.start - 24), span.start));

const CHILD_BEFORE =
  /(?<![\p{L}\p{N}-])(?:[3-9]|1\d|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen)-year-old $/iu;

const HONORIFIC = /^(?:さん|氏|君|ちゃん|様|先生|女士|小姐|씨|님|양|군|役)/u;

/** A surname in Katakana is a word as well (マスク, a mask), but nobody calls a person so without an honorific. */
export const lacksHonorific = (text: string, span: Span): boolean =>
  /^[\p{Script=Katakana}ー]+$/u.test(text.slice(span.start, span.end)) &&
  !/^(?:さん|氏|様|会長|社長|前?大統領|首相|議員|博士|教授|監督|容疑者|被告|元|CEO|ＣＥＯ)/u.test(
    text.slice(span.end, span.end + 4),
  );

/** "named her baby Alexa", "if your own name is Alexa", "a cat that answers to Xiaomi": whatever else it may be, here it is another's. */
const GIVES_NAME =
  /(?:(?<!\p{L})(?:[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Mm]any|[Oo]ther) (?:people|men|women|boys|girls|children) (?:called|named)|(?<!\p{L})(?:named|called|christened) (?:her|his|their|our|my|the|a) (?:\p{Ll}+ ){0,2}(?:baby|daughter|son|girl|boy|cat|dog|horse|boat)|(?<!\p{L})(?:your|her|his|my|their|whose) (?:own |first |given )?name (?:is|was)|(?<!\p{L})(?:cat|dog|horse)\P{L}.{0,20}answer(?:s|ed|ing) to(?: the name(?: of)?)?) ["“‘']?$/u;

/** A form of address makes a person of any name: "Mr Forbes of Aberdeen"; and so does giving it. */
export const isAddressed = (text: string, span: Span): boolean =>
  GIVES_NAME.test(text.slice(Math.max(0, span.start - 60), span.start)) ||
  HONORIFIC.test(text.slice(span.end, span.end + 3)) ||
  /(?:^|[^\p{L}])(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Frau|Herr|Monsieur|Madame)\.?[ \u00a0]$/u.test(
    text.slice(Math.max(0, span.start - 12), span.start),
  );

/** Capitalised only because they open a sentence. */
const OPENER =
  /^(?:a|about|after|again|all|although|an|and|another|as|at|because|before|both|but|by|can|could|despite|did|do|does|even|ever|every|few|first|for|former|from|had|has|have|here|how|however|if|in|instead|is|it|just|last|later|like|many|may|meanwhile|might|most|never|next|no|nor|not|now|of|often|on|once|one|only|or|other|perhaps|should|since|so|some|soon|still|such|than|that|the|then|there|these|they|this|though|thus|to|today|tomorrow|too|under|unless|unlike|until|was|were|what|when|where|whether|which|while|who|why|will|with|without|would|yesterday|yet)$/u;

/**
 * Whether the surname at `span` belongs to somebody with another first name: "Usha Vance" where JD Vance is followed,
 * "Ma Huateng" where Jack Ma is. `fullNames` are the entity's known names.
 */
export function isOtherPerson(text: string, span: Span, fullNames: readonly string[]): boolean {
  const own = new Set(fullNames.flatMap((name) => name.toLowerCase().split(/[\s.-]+/u)));
  if (/\p{Lu}\p{L}+ & $/u.test(text.slice(Math.max(0, span.start - 30), span.start))) return true;
  const isHeadline = isInTitleCaseLine(text, span) || capitalisesNouns(text, span);
  if (!isHeadline && isAnotherFirstName(properWordBefore(text, span), own)) return true;
  const next = nextProperWord(text, span);
  return next !== null && !isHeadline && !OFFICE.test(next) && !own.has(next.toLowerCase());
}

/** A full stop after more letters than an initial has, and after no first name made short: "2 May. Ding said". */
const ENDS_SENTENCE = /(?<!^(?:Alex|Benj|Chas|Edw|Geo|Jas|Jos|Robt|Thos))(?<=\p{L}{3})\.$/u;

/** Whether a capitalised word stands before a name of one word that may be somebody's first name. */
export function mayFollowFirstName(text: string, span: Span): boolean {
  const before = properWordBefore(text, span);
  if (before === null || ENDS_SENTENCE.test(before.word) || TITLE.test(before.word)) return false;
  return !(before.beginsSentence && isOpener(before.word.toLowerCase()));
}

function isAnotherFirstName(before: ProperWord | null, own: ReadonlySet<string>): boolean {
  if (before === null || ENDS_SENTENCE.test(before.word)) return false;
  const word = before.word.replace(/\.$/u, '');
  if (TITLE.test(word) || (before.beginsSentence && isOpener(word.toLowerCase()))) return false;
  return !word.split(/[.-]/u).every((part) => own.has(part.toLowerCase()) || isInitialOf(part, own));
}

/** "J. Ma" may be Jack Ma. */
const isInitialOf = (part: string, own: ReadonlySet<string>): boolean =>
  part.length === 1 && [...own].some((name) => name.startsWith(part.toLowerCase()));
