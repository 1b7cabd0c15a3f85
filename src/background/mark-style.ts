import type { MarkStrength, MarkStyle, Settings } from '../core/model/settings.ts';

/** How much of the text's own colour the line has, in percent, and how thick it is. */
const STRENGTHS: Readonly<Record<MarkStrength, { readonly percent: number; readonly width: string }>> = {
  faint: { percent: 40, width: '1px' },
  normal: { percent: 70, width: '2px' },
  strong: { percent: 100, width: '2px' },
};

/**
 * The style of the marks, drawn from the colour of the text itself, so that it reads on any background. Names are random
 * letters, checked where they arrive; nothing else of the page's or the tab's making gets into the sheet.
 */
export const markStyle = (
  names: { readonly mark: string; readonly flash: string },
  { markStyle: style, markStrength }: Pick<Settings, 'markStyle' | 'markStrength'>,
): string => `
::highlight(${names.mark}) {
  ${DECLARATIONS[style](STRENGTHS[markStrength])}
}
::highlight(${names.flash}) {
  background-color: #ffd54a;
  color: #1a1a1a;
}
@media print {
  ::highlight(${names.mark}), ::highlight(${names.flash}) { text-decoration: none; background-color: transparent; color: inherit; }
}
@media (forced-colors: active) {
  ::highlight(${names.mark}) { text-decoration: underline dotted LinkText 2px; background-color: transparent; }
  ::highlight(${names.flash}) { background-color: Highlight; color: HighlightText; }
}
`;

type Strength = (typeof STRENGTHS)[MarkStrength];

const underline = (line: string, { percent, width }: Strength): string =>
  `text-decoration: underline ${line} color-mix(in srgb, currentColor ${percent}%, transparent) ${width}; text-underline-offset: 3px;`;

const DECLARATIONS: Readonly<Record<MarkStyle, (strength: Strength) => string>> = {
  dotted: (strength) => underline('dotted', strength),
  solid: (strength) => underline('solid', strength),
  background: ({ percent }) => `background-color: color-mix(in srgb, currentColor ${percent / 5}%, transparent);`,
};
