import type { EntityType } from '../model/entity.ts';
import type { Span } from '../matching/verify-candidate.ts';

/** What a company's name may carry behind it without becoming another: "Huawei Technologies Co., Ltd.", "Baidu, Inc." */
const FORMS =
  /(?:[ \u00a0](?:Group|Holdings?|Technolog(?:y|ies)|International))?(?:,?[ \u00a0](?:Co\.?,?[ \u00a0]Ltd|Co|Company|Corp|Corporation|Inc|Incorporated|Ltd|Limited|LLC|PLC|plc|GmbH|AG|A\/S|ApS|AB|Oyj?|S\.?p\.?A|B\.?V|Pte|Pty|Bhd|K\.?K|SE|S\.?A|N\.?V|KGaA|Holdings?|Group)(?![\p{L}\p{N}]))*/uy;

/** The end of a company's mention with the group words and legal forms that stand behind its name; others end where they end. */
export function endWithLegalForm(text: string, span: Span, type: EntityType): number {
  if (
    (type !== 'company' && type !== 'institution') ||
    /(?:Ltd|Inc|Corp|Co|Limited|Corporation)\.?$/u.test(text.slice(span.start, span.end))
  )
    return span.end;
  FORMS.lastIndex = span.end;
  const end = span.end + (FORMS.exec(text)?.[0].length ?? 0);
  // "Tencent Music Group" is another; "Huawei Technology Forum" is not named so.
  const goesOn = /^(?:[ \u00a0]\p{Lu}|[\p{L}\p{N}])/u.test(text.slice(end, end + 2));
  if (end === span.end || goesOn) return span.end;
  return isAbbreviationDot(text, span.end, end) ? end + 1 : end;
}

/** A full stop belongs to the abbreviation where the sentence goes on. */
const isAbbreviationDot = (text: string, start: number, end: number): boolean =>
  /(?:Co|Corp|Inc|Ltd)$/u.test(text.slice(start, end)) &&
  /^\.(?:[,;:)]|[ \u00a0]\p{Ll})/u.test(text.slice(end, end + 3));
