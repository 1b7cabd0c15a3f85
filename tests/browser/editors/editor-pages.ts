/** An editor in a page: its markup, and a script that says which element is focused and which holds the text. */
export type EditorPage = {
  readonly title: string;
  readonly body: string;
  /** Sets `typed` (what gets the focus) and `shown` (what holds the text), after building what must be built. */
  readonly script: string;
};

const inShadow = (markup: string): string =>
  `<div id="host"><template shadowrootmode="open">${markup}</template></div>`;
const OUTSIDE = "const typed = document.getElementById('edit'), shown = typed;";
const INSIDE = "const typed = document.getElementById('host').shadowRoot.getElementById('edit'), shown = typed;";

/** Model first: every input is stopped, applied to a list of paragraphs, and drawn anew with a decoration on capitals. */
const MODEL_FIRST = `const typed = document.getElementById('edit'), shown = typed;
  let text = 'SenseTime', past = [], future = [];
  const draw = () => {
    typed.replaceChildren(...text.split('\\n').map((line) => {
      const paragraph = document.createElement('p');
      for (const part of line.split(/(?=[A-Z])/)) {
        const span = document.createElement('span');
        span.textContent = part;
        paragraph.append(span);
      }
      return paragraph;
    }));
    getSelection().selectAllChildren(typed);
    getSelection().collapseToEnd();
  };
  const change = (next) => { past.push(text); future = []; text = next; draw(); };
  typed.addEventListener('beforeinput', (event) => {
    if (event.isComposing) return;
    event.preventDefault();
    if (event.inputType === 'insertText' && event.data) change(text + event.data);
    if (event.inputType === 'insertParagraph') change(text + '\\n');
  });
  typed.addEventListener('compositionend', (event) => change(text + event.data));
  window.undo = () => { if (past.length) { future.push(text); text = past.pop(); draw(); } };
  window.redo = () => { if (future.length) { past.push(text); text = future.pop(); draw(); } };
  draw();`;

/** A hidden field takes the keys; what is read are lines of coloured spans elsewhere. */
const HIDDEN_FIELD = `const typed = document.getElementById('edit'), shown = document.getElementById('lines');
  const draw = () => {
    shown.innerHTML = '';
    for (const line of typed.value.split('\\n')) {
      const row = shown.appendChild(document.createElement('div'));
      for (const part of line.split(/( )/)) row.appendChild(document.createElement('span')).textContent = part;
    }
  };
  typed.addEventListener('input', draw);
  draw();`;

const HIDDEN_FIELD_MARKUP =
  '<div class="CodeMirror" style="position:relative"><textarea id="edit" style="position:absolute;opacity:0;height:1em">SenseTime </textarea><div id="lines"></div></div>';

export const EDITOR_PAGES: readonly EditorPage[] = [
  { title: 'contenteditable', body: '<div id="edit" contenteditable>SenseTime </div>', script: OUTSIDE },
  {
    title: 'contenteditable="plaintext-only"',
    body: '<div id="edit" contenteditable="plaintext-only">SenseTime </div>',
    script: OUTSIDE,
  },
  { title: 'a text area', body: '<textarea id="edit">SenseTime </textarea>', script: OUTSIDE },
  { title: 'an input', body: '<input id="edit" value="SenseTime ">', script: OUTSIDE },
  {
    title: 'designMode',
    body: '<iframe id="frame" width="400" height="200" srcdoc="<body>SenseTime </body>"></iframe>',
    script: `const inner = document.getElementById('frame').contentDocument; inner.designMode = 'on';
      const typed = inner.body, shown = typed;`,
  },
  {
    title: 'an editor that draws its model',
    body: '<div id="edit" class="ProseMirror" contenteditable="true"></div>',
    script: MODEL_FIRST,
  },
  { title: 'an editor with a hidden field', body: HIDDEN_FIELD_MARKUP, script: HIDDEN_FIELD },
  {
    title: 'contenteditable in a shadow root',
    body: inShadow('<div id="edit" contenteditable>SenseTime </div>'),
    script: INSIDE,
  },
  {
    title: 'a text area in a shadow root',
    body: inShadow('<textarea id="edit">SenseTime </textarea>'),
    script: INSIDE,
  },
  {
    title: 'contenteditable slotted into a text box',
    body: '<div><template shadowrootmode="open"><div role="textbox"><slot></slot></div></template><div id="edit" contenteditable>SenseTime </div></div>',
    script: OUTSIDE,
  },
];

/** What the editor's page can tell: what it heard, and what stands in the editor. */
const LISTENING = `
  const heard = [];
  const note = (event) => heard.push([event.type, event.key ?? event.inputType ?? '', event.data ?? '', event.isTrusted].join(' '));
  for (const type of ['keydown', 'keyup', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend', 'paste', 'focusin'])
    typed.addEventListener(type, note, true);
  new MutationObserver((records) => {
    for (const record of records) heard.push([record.type, record.target.nodeName, record.addedNodes.length, record.removedNodes.length].join(' '));
  }).observe(shown, { childList: true, characterData: true, attributes: true, subtree: true });
  const selection = () => {
    if ('value' in typed) return [typed.selectionStart, typed.selectionEnd].join();
    const root = typed.getRootNode();
    const selected = (root.getSelection ? root : typed.ownerDocument).getSelection();
    return [selected.anchorNode?.nodeName, selected.anchorOffset, selected.focusNode?.nodeName, selected.focusOffset, selected.rangeCount].join();
  };
  window.editor = {
    focus() {
      typed.ownerDocument.defaultView.focus();
      typed.focus();
      if ('value' in typed) typed.setSelectionRange(typed.value.length, typed.value.length);
      else { typed.ownerDocument.getSelection().selectAllChildren(typed); typed.ownerDocument.getSelection().collapseToEnd(); }
      return 'focused';
    },
    run(command) {
      if (window[command]) window[command]();
      else typed.ownerDocument.execCommand(command);
      return command;
    },
    /** What an input method says, where a test cannot drive a real one. */
    compose(steps, text) {
      const say = (type, data) => typed.dispatchEvent(new CompositionEvent(type, { data, bubbles: true, composed: true }));
      say('compositionstart', '');
      for (const step of steps) say('compositionupdate', step);
      typed.ownerDocument.execCommand('insertText', false, text);
      say('compositionend', text);
      return 'composed';
    },
    text: () => 'value' in typed ? typed.value : typed.textContent,
    tell: () => JSON.stringify({ heard, text: window.editor.text(), markup: shown.innerHTML, drawn: shown.innerText, selection: selection() }),
  };`;

/** The page of an editor, with a paragraph beside it. */
export const renderEditor = ({ body, script }: EditorPage): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Editor</title></head><body><p>Huawei beside it.</p>${body}
  <script>addEventListener('load', () => { ${script} ${LISTENING} });</script></body></html>`;
