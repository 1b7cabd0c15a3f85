import { ENTITY_TYPES } from '../model/entity.ts';
import { CERTAINTIES, QUALITIES } from '../model/fact.ts';
import { SOURCE_TYPES } from '../model/source.ts';
import { normalizeText } from '../text/normalize.ts';

/** The words of the format for which sheets may use others, each with those others in German and Chinese. */
export type Vocabulary<T extends string> = {
  readonly words: readonly T[];
  readonly others: Readonly<Partial<Record<T, string>>>;
};

export const ENTITY_TYPE_WORDS: Vocabulary<(typeof ENTITY_TYPES)[number]> = {
  words: ENTITY_TYPES,
  others: {
    company: 'firm, corporation, business, firma, unternehmen, 公司, 企业',
    policy: 'law, gesetz, vorhaben, 政策, 法律',
    agency: 'authority, ministry, government body, behörde, amt, ministerium, 机构, 政府部门',
    person: 'people, human, mensch, 人物, 人',
    product: 'produkt, 产品',
    place: 'location, city, country, ort, stadt, land, 地点, 地方',
    institution: 'university, organisation, organization, hochschule, universität, einrichtung, 组织, 大学, 院校',
    initiative: 'programme, program, project, programm, projekt, 倡议, 计划',
    benchmark: 'vergleichstest, 基准',
    fund: 'fonds, 基金',
    concept: 'topic, idea, term, begriff, thema, 概念',
  },
};

export const CERTAINTY_WORDS: Vocabulary<(typeof CERTAINTIES)[number]> = {
  words: CERTAINTIES,
  others: {
    asserted: 'stated, certain, behauptet, festgestellt, sicher, 断言, 确定',
    reported: 'attributed, berichtet, 报道, 据报道',
    forecast: 'prediction, expected, prognose, erwartet, 预测',
    opinion: 'view, meinung, 观点, 意见',
  },
};

export const QUALITY_WORDS: Vocabulary<(typeof QUALITIES)[number]> = {
  words: QUALITIES,
  others: {
    ok: 'good, gut, 正常',
    suspect: 'doubtful, zweifelhaft, 可疑',
    stale: 'outdated, veraltet, 过时',
    corrupt: 'damaged, beschädigt, 损坏',
    vague: 'unclear, unklar, 模糊',
    promotional: 'advertising, werbung, 宣传',
  },
};

export const BASIS_WORDS: Vocabulary<'stated' | 'document-date' | 'inferred' | 'unknown'> = {
  words: ['stated', 'document-date', 'inferred', 'unknown'],
  others: {
    stated: 'in the text, genannt, angegeben, 明确',
    'document-date': 'document date, date of the document, dokumentdatum, erscheinungsdatum, 文件日期, 发布日期',
    inferred: 'worked out, estimated, erschlossen, geschätzt, 推断',
    unknown: 'undated, unbekannt, 未知',
  },
};

export const SOURCE_TYPE_WORDS: Vocabulary<(typeof SOURCE_TYPES)[number]> = {
  words: SOURCE_TYPES,
  others: {
    'article-newspaper': 'newspaper article, news, zeitungsartikel, 报纸文章, 新闻',
    'article-magazine': 'magazine article, zeitschriftenartikel, 杂志文章',
    'article-journal': 'journal article, fachartikel, 期刊论文, 论文',
    book: 'buch, 书, 图书',
    document: 'dokument, 文件',
    legislation: 'law, gesetz, 法律',
    report: 'bericht, 报告',
    webpage: 'web page, website, webseite, 网页',
    'post-weblog': 'blog, blog post, 博客',
  },
};

/** The word of the format that is meant; null for one that stands in no list. */
export function findWord<T extends string>({ words, others }: Vocabulary<T>, written: string): T | null {
  const folded = fold(written);
  return (
    words.find((word) => fold(word) === folded) ??
    words.find((word) => (others[word] ?? '').split(',').some((other) => fold(other) === folded)) ??
    null
  );
}

const fold = (word: string): string => normalizeText(word).folded;
