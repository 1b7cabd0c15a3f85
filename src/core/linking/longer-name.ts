import { foldUnit, isIdeographic } from '../text/fold.ts';
import type { EntityType } from '../model/entity.ts';
import type { Span } from '../matching/verify-candidate.ts';
import {
  capitalisesNouns,
  isInTitleCaseLine,
  nextProperWord,
  properWordBefore,
  properWordsAfter,
} from './proper-words.ts';

/** Bodies and plans, of which every country has its own. */
const PUBLIC: ReadonlySet<EntityType> = new Set(['agency', 'institution', 'policy', 'initiative']);
/** "State Council of Ceylon", "Great Firewall of Russia". */
const BELONGS_ELSEWHERE = /^[ \u00a0]of[ \u00a0](?:the[ \u00a0])?(?=\p{Lu})/u;
/** Chinese puts the country before its ministry. China's own needs no such word, or has its own. */
const OTHER_COUNTRY_BEFORE =
  /(?:德国|德國|日本|韩国|韓國|美国|美國|英国|英國|法国|法國|印度|俄罗斯|俄羅斯|加拿大|澳大利亚|澳洲|台湾|台灣|臺灣|泰国|泰國|越南|新加坡|欧盟|歐盟)(?:联邦|聯邦|政府|的)?$/u;
/** "Oman, whose own State Council is a chamber of parliament": another's. */
const OWN_BEFORE = /(?<!\p{L})(?:whose|their|its|his|her|our|your|my) own $/u;
const DEMONYM = /(?:ese|ish|ian|ean|can|ch|US|U\.S\.?|UK|U\.K\.?|EU|['’]s?)$/u;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns that end the name of a body, work or place of its own, however it begins: "Alibaba Pictures", "MIT Technology Review". */
const HEADS = words(`
  academy airport alliance arena association bakery bank bistro brewery bridge café cafe cathedral charity choir chronicle church clinic
  club coalition college consortium council diner ensemble entertainment federation dictionary bookstore bookshop film films foundation fund gallery gazette
  grill guild herald hospital hotel insurance journal kebab kebabs laundry league library magazine marine monthly museum music observer orchestra
  partners philharmonic philanthropies pictures pizza pizzeria plaza post press quarterly railway railways records restaurant review school schools
  securities singers society stadium steakhouse street studios symphony takeaway theater theatre times tower tribune trust union university ventures
  weekly`);
/** What a press makes of a name: "Huawei Press Release" is of no press. */
const PAPERS = words('release releases conference kit office briefing statement');
/** Behind another capitalised word they end another company's name: "Meta Financial Group". */
const COMPANY_FORMS = words(
  'group holding holdings technologies technology co corp corporation inc limited llc ltd plc bank company',
);
/** The same after a person or a place only: a company's institute, centre or park is the company. */
const HEADS_AFTER_PEOPLE_AND_PLACES = words(`
  award awards building capital center centre commission committee composite conference court cup declaration electric
  festival forum games hall house institute island lecture media medal memorial network party prize project road square
  station steel summit treaty`);
/** The same after a place, or after a capital that stands for its government: "Beijing Automotive". */
const MAKERS = words('airlines airways automotive motor motors pharmaceutical pharmaceuticals shipping');
/** "Shanghai Port 0–2 Johor" is about a club. */
const SCORE_AFTER = /^(?: \p{Lu}[\p{L}.]*){1,2} \d{1,3}[–:-]\d{1,3}(?!\p{N})/u;
/** What may follow a place without making it another: its officers. */
const OFFICES = words(`
  mayor governor police government municipality officials deputy party customs city province district prime foreign
  president premier vice ministry central communist`);
/** "University of Shanghai", "Bank of China". */
const HEAD_BEFORE =
  /\b(?:University|Bank|Port|College|Institute|Museum|Bishop|Church|School|Academy|Treaty|Battle|Gulf|Isle|Duke|Port)\s+of\s+(?:the\s+)?$/u;
/** Written right behind a name in Chinese and Japanese. After a company: its music arm, its film arm, its foundation. */
const CJK_HEADS = /^(?:音乐|音樂|影业|影業|健康|基金会|基金會|商学院|商學院|大学|大學|银行|銀行|证券|證券)/u;
const CJK_HEADS_AFTER_PLACES =
  /^(?:街|路|大道|大街|站|港|饭店|飯店|酒店|大酒店|公园|公園|电视台|電視台|甘栗|菜|话|話|市场|市場|证券交易所|證券交易所|航空|電力|电力|ドール|屋|飯|丼)/u;

/**
 * Whether the name at `span` is only the beginning (or the end) of a longer proper name that nobody follows. In a headline,
 * where every word is capitalised, only the word right after it is asked. `isFollowed` tells whether a followed name begins at
 * an offset: the State Council of a country that is followed is the one that is meant.
 */
export function isPartOfLongerName(
  text: string,
  span: Span,
  type: EntityType,
  isFollowed: (offset: number) => boolean = () => false,
): boolean {
  if (PUBLIC.has(type) && OTHER_COUNTRY_BEFORE.test(text.slice(Math.max(0, span.start - 8), span.start))) return true;
  const isPersonOrPlace = type === 'person' || type === 'place';
  if (isIdeographic(foldUnit(text.charCodeAt(span.end)))) {
    const after = text.slice(span.end, span.end + 8);
    return CJK_HEADS.test(after) || (type === 'place' && CJK_HEADS_AFTER_PLACES.test(after));
  }
  if (PUBLIC.has(type) && OWN_BEFORE.test(text.slice(Math.max(0, span.start - 12), span.start))) return true;
  if (isPersonOrPlace && HEAD_BEFORE.test(text.slice(Math.max(0, span.start - 30), span.start))) return true;
  if (PUBLIC.has(type) && (belongsElsewhere(text, span, isFollowed) || continuesAnotherName(text, span))) return true;
  if (type === 'place' && SCORE_AFTER.test(text.slice(span.end, span.end + 40))) return true;
  const after = properWordsAfter(text, span).map((word) => word.toLowerCase());
  const [next] = after;
  if (next === undefined) return false;
  const isHeadline = isInTitleCaseLine(text, span);
  if (!isHeadline && after.slice(1).some((word) => COMPANY_FORMS.has(word)) && !COMPANY_FORMS.has(next)) return true;
  const asked = (isHeadline ? [next] : after).filter(
    (word, at) => word !== 'press' || !PAPERS.has(after[at + 1] ?? ''),
  );
  if (asked.some((word) => HEADS.has(word) || (isPersonOrPlace && HEADS_AFTER_PEOPLE_AND_PLACES.has(word))))
    return true;
  // "Shanghai Rummy" and "Beijing Guoan" are not the city; "Shanghai Mayor Gong" is about it.
  const direct = nextProperWord(text, span)?.toLowerCase();
  if (direct !== undefined && MAKERS.has(direct) && (type === 'place' || PUBLIC.has(type))) return true;
  return (
    type === 'place' && !isHeadline && !capitalisesNouns(text, span) && direct !== undefined && !OFFICES.has(direct)
  );
}

function belongsElsewhere(text: string, span: Span, isFollowed: (offset: number) => boolean): boolean {
  const joint = BELONGS_ELSEWHERE.exec(text.slice(span.end, span.end + 12));
  if (joint === null) return false;
  const at = span.end + joint[0].length;
  return !isFollowed(at) && !/^(?:People|Republic)/u.test(text.slice(at, at + 8));
}

/** "Sharon Lynne Wilson Center": two words of a name before it that are no country's. */
function continuesAnotherName(text: string, span: Span): boolean {
  // Only a name of several words is known to begin in the middle of a longer one.
  if (!/\s/u.test(text.slice(span.start, span.end))) return false;
  const last = properWordBefore(text, span);
  if (last === null || DEMONYM.test(last.word) || isInTitleCaseLine(text, span)) return false;
  const start = span.start - last.word.length - 1;
  const first = properWordBefore(text, { start, end: start });
  return first !== null && !first.beginsSentence && !DEMONYM.test(first.word) && !/[.]$/u.test(first.word);
}
