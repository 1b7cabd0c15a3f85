/** flashtext.js ships without types; this is the part used here. */
declare module 'flashtext.js' {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    addKeyword(keyword: string, cleanName?: string): void;
    extractKeywords(text: string): string[];
    replaceKeywords(text: string): string;
  }
}
