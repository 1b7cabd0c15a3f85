/** To be evaluated in the page: adds a word of its own to every registered highlight. */
export const forgeMark = (selector: string): number => {
  const text = document.querySelector(selector)?.firstChild;
  if (!(text instanceof Text)) throw new Error(`no text in ${selector}`);
  const range = new Range();
  range.selectNodeContents(text);
  for (const highlight of CSS.highlights.values()) highlight.add(range);
  return CSS.highlights.size;
};

/** To be evaluated in the page: clears the registry a hundred times a second; how often somebody had filled it again. */
export const keepClearing = (milliseconds: number): Promise<number> =>
  new Promise((done) => {
    CSS.highlights.clear();
    let filled = 0;
    const timer = setInterval(() => {
      if (CSS.highlights.size > 0) filled++;
      CSS.highlights.clear();
    }, 10);
    setTimeout(() => {
      clearInterval(timer);
      done(filled);
    }, milliseconds);
  });

/** To be evaluated in the page: a new paragraph at its end. */
export const appendText = (text: string): void => {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  document.body.append(paragraph);
};
