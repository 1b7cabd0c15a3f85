/** Elements whose text is never read: not text to a reader, or not prose; of a formula only its words are (`mtext`). */
export const SKIPPED_ELEMENTS: ReadonlySet<string> = new Set(
  'script style noscript template textarea select option datalist input button code kbd samp var pre canvas audio video iframe object embed title head sup rt rp mi mn mo ms annotation annotation-xml'.split(
    ' ',
  ),
);

/** Elements that end a flow of text: a name never runs from one into another. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p search section slot summary table tbody td tfoot th ' +
    'thead tr ul svg text foreignobject math mtext'
  ).split(' '),
);

/** Inline elements that part the words before them from the words after, whatever stands inside. */
export const PARTING_ELEMENTS: ReadonlySet<string> = new Set(
  'br img picture input button select textarea canvas video audio iframe object embed'.split(' '),
);
