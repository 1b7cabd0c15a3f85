import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export type ManagerTab = {
  readonly label: string;
  readonly url: string;
  readonly isCurrent: boolean;
};

type Props = {
  readonly tabs: readonly ManagerTab[];
  /** Where the name of the extension leads. */
  readonly welcomeUrl: string;
  /** What stands above every view. */
  readonly news?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** The frame of the dataset page: its views, and the one that is open. */
export function Manager({ tabs, welcomeUrl, news, children }: Props) {
  const views = useRef<HTMLDivElement>(null);
  const current = tabs.find(({ isCurrent }) => isCurrent)?.url;
  // In a narrow window the views are one line that scrolls.
  useEffect(() => {
    views.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <div class="manager">
      <nav class="manager-nav" aria-label="Sidelight">
        <a class="manager-brand" href={welcomeUrl}>
          Sidelight
        </a>
        <div class="manager-tabs" ref={views}>
          {tabs.map(({ label, url, isCurrent }) => (
            <a key={url} href={url} aria-current={isCurrent ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </div>
      </nav>
      {news}
      <div class="manager-view">{children}</div>
    </div>
  );
}
