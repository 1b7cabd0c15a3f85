/**
 * The style of the marks: a quiet dotted underline in the colour of the text itself, so that it reads on any background.
 * Names are random letters, checked where they arrive; nothing else of the page's or the tab's making gets into the sheet.
 */
export const markStyle = (names: { readonly mark: string; readonly flash: string }): string => `
::highlight(${names.mark}) {
  text-decoration: underline dotted color-mix(in srgb, currentColor 70%, transparent) 2px;
  text-underline-offset: 3px;
}
::highlight(${names.flash}) {
  background-color: #ffd54a;
  color: #1a1a1a;
}
@media print {
  ::highlight(${names.mark}), ::highlight(${names.flash}) { text-decoration: none; background-color: transparent; color: inherit; }
}
@media (forced-colors: active) {
  ::highlight(${names.mark}) { text-decoration: underline dotted LinkText 2px; }
  ::highlight(${names.flash}) { background-color: Highlight; color: HighlightText; }
}
`;
