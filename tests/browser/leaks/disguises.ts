/** Ways for a page to keep the user from seeing what a click on the card does. Each runs in the page, on an open card. */
export const DISGUISES: Readonly<Record<string, () => void>> = {
  'root opacity': () => document.documentElement.style.setProperty('opacity', '0.001', 'important'),
  'parent opacity': () => {
    const parent = document.createElement('div');
    parent.style.opacity = '0';
    const host = document.documentElement.lastElementChild;
    document.body.append(parent);
    // Keeps the frame alive where the browser can.
    const mover = parent as unknown as { moveBefore?(node: Node, before: null): void };
    if (host === null) return;
    if (mover.moveBefore === undefined) parent.append(host);
    else mover.moveBefore(host, null);
  },
  'overlay that lets clicks through': () => {
    const overlay = document.createElement('div');
    overlay.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none';
    document.documentElement.append(overlay);
  },
  'popover on top': () => {
    const popover = document.createElement('div');
    popover.popover = 'manual';
    popover.style.cssText = 'inset:0;width:100vw;height:100vh;border:0;pointer-events:none;background:#fff';
    document.body.append(popover);
    popover.showPopover();
  },
  'dialog on top': () => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText =
      'inset:0;width:100vw;height:100vh;max-width:none;max-height:none;border:0;pointer-events:none';
    document.body.append(dialog);
    dialog.showModal();
  },
  'host moved under the pointer': () => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    host.style.setProperty('translate', '-40px -60px', 'important');
    host.style.setProperty('left', '0', 'important');
    host.style.setProperty('inset', '0', 'important');
  },
  'root scaled': () => {
    document.documentElement.style.setProperty('transform', 'scale(1.4)', 'important');
    document.documentElement.style.setProperty('zoom', '1.2', 'important');
  },
};
