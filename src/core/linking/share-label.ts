import type { Span } from '../matching/verify-candidate.ts';

/** What stands before the name of a network on a button. Capitalised: in "they share it on Facebook" the network is meant. */
const BEFORE =
  /(?:(?:Share|Post|Send|SHARE)(?: this)?(?: on| to| via| with)|(?:Follow|Like|Find|Join) us on|Tweet (?:this )?on|Folgen Sie uns (?:auf|bei)|Partager (?:sur|via)|Suivez-nous sur|Compartir en|Compartilhar no|Condividi su|Delen op|(?:分享|转发|轉發|分享到|分享至|转发到|轉發到)) ?$/u;
/** German begins and ends with it: "Auf Facebook teilen". */
const GERMAN_BEFORE = /(?:Auf|Bei|Per|Via) $/u;
const GERMAN_AFTER = /^ (?:teilen|posten|folgen|empfehlen)(?!\p{L})/u;
const CJK_AFTER = /^(?:でシェア|で共有|에 공유|로 공유)/u;
/** A sentence that goes on is no label. */
const GOES_ON = /^ \p{Ll}/u;

/** No label is longer. */
const REACH = 30;

/** Whether a name stands on a button that shares the page, or leads to an account: "Share on Facebook". */
export function isShareLabel(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  if (CJK_AFTER.test(after) || (GERMAN_BEFORE.test(before) && GERMAN_AFTER.test(after))) return true;
  return BEFORE.test(before) && !GOES_ON.test(after);
}
