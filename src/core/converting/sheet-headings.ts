import type { SheetField, SheetKind } from './sheet-fields.ts';

type Headings<K extends SheetKind> = Readonly<Record<SheetField<K>, string>>;

/**
 * Headings under which people write each field, in English, German and Chinese, parted by commas. Case, accents, punctuation
 * and spaces do not count (see `guessMapping`). The field's own name is always one.
 */
export const SHEET_HEADINGS: { readonly [K in SheetKind]: Headings<K> } = {
  entities: {
    id: 'id, identifier, key, kennung, schlüssel, 编号, 标识, 识别码',
    name: 'name, entity, title, label, bezeichnung, titel, 名称, 实体, 名字',
    type: 'type, entity type, category, class, art, typ, kategorie, 类型, 类别',
    description: 'description, summary, about, beschreibung, kurzbeschreibung, 描述, 简介, 说明',
    aliases:
      'aliases, alias, also known as, aka, other names, synonyms, aliasse, aliasnamen, andere namen, synonyme, 别名, 又名, 其他名称',
    wikidata: 'wikidata, wikidata id, qid, wikidata nummer, 维基数据',
    website: 'website, web site, homepage, url, web page, webseite, internetseite, 网站, 官网, 网址',
  },
  facts: {
    id: 'id, fact id, identifier, key, kennung, schlüssel, 编号, 标识, 识别码',
    subjects:
      'subjects, subject, entity, entities, about, who, name, names, company, gegenstand, subjekt, betrifft, firma, unternehmen, 主体, 实体, 对象, 名称, 公司',
    statement: 'statement, fact, claim, text, aussage, fakt, behauptung, angabe, 陈述, 事实, 内容, 说法',
    kind: 'kind, fact kind, fact type, topic, art, thema, 种类, 类型, 主题',
    asOf: 'as of, as of date, date, when, valid, stand, stichtag, datum, zeitpunkt, 日期, 时间, 截至, 截至日期',
    basis: 'basis, date basis, as of basis, datumsbasis, grundlage, 依据, 日期依据',
    certainty: 'certainty, confidence, gewissheit, sicherheit, 确定性, 可信度',
    quality: 'quality, qualität, güte, 质量',
    source: 'source, source id, sources, reference, references, citation, quelle, quellen, beleg, 来源, 出处, 来源编号',
    sourceTitle: 'source title, article, headline, quellentitel, titel der quelle, artikel, 来源标题, 标题, 文章',
    sourceUrl:
      'source url, url, link, source link, web address, address, quellenlink, adresse, 来源链接, 链接, 网址, 来源网址',
    sourcePublisher:
      'source publisher, publisher, publication, medium, outlet, newspaper, herausgeber, verlag, zeitung, 出版者, 媒体, 发布者, 出版社',
    sourceDate:
      'source date, published, publication date, date published, quellendatum, veröffentlicht, erscheinungsdatum, 来源日期, 发布日期, 发表日期, 出版日期',
    section: 'section, locator, passage, place, abschnitt, stelle, fundstelle, 章节, 位置, 段落',
    page: 'page, pages, seite, seiten, 页, 页码',
    quote: 'quote, quotation, excerpt, zitat, wortlaut, 引文, 原文',
    number: 'number, value, amount, figure, zahl, wert, betrag, 数值, 金额, 数量, 数字',
    currency: 'currency, währung, 货币, 币种',
    unit: 'unit, units, einheit, 单位',
    note: 'note, notes, comment, comments, remark, anmerkung, bemerkung, notiz, kommentar, 备注, 注释, 说明',
  },
  sources: {
    id: 'id, source id, source, identifier, key, citation key, kennung, schlüssel, 编号, 标识, 来源编号',
    type: 'type, source type, item type, art, typ, 类型',
    title: 'title, source title, headline, name, titel, überschrift, 标题, 题目, 名称',
    url: 'url, link, address, web address, source url, adresse, webadresse, 链接, 网址',
    author: 'author, authors, by, autor, autoren, verfasser, 作者',
    container:
      'container, publication, publication title, newspaper, journal, website, zeitung, zeitschrift, 刊物, 报刊, 期刊',
    publisher: 'publisher, source publisher, herausgeber, verlag, 出版者, 发布者, 出版社, 媒体',
    date: 'date, issued, published, publication date, source date, datum, veröffentlicht, erscheinungsdatum, 日期, 发布日期, 出版日期',
    language: 'language, lang, sprache, 语言',
    note: 'note, notes, comment, remark, anmerkung, bemerkung, notiz, 备注, 注释',
  },
};
