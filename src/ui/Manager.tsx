import type { ComponentChildren } from 'preact';

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
  return (
    <div class="manager">
      <nav class="manager-nav" aria-label="Sidelight">
        <a class="manager-brand" href={welcomeUrl}>
          Sidelight
        </a>
        {tabs.map(({ label, url, isCurrent }) => (
          <a key={url} href={url} aria-current={isCurrent ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {news}
      <div class="manager-view">{children}</div>
    </div>
  );
}
