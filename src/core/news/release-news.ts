/** What is said of the newest version, each a text `news.item_…`. The newest section of CHANGELOG.md has the same version. */
export const RELEASE_NEWS = {
  version: '0.1.0',
  items: ['library', 'capture', 'subscribe', 'brief'],
} as const;

/** Whether what is new has not been seen: an older version's news were. Whoever never had an older one has nothing to compare. */
export const hasUnseenNews = (seen: string | null, newest: string): boolean =>
  seen !== null && compareVersions(seen, newest) < 0;

/** Below zero where the first is older. Versions are numbers with dots, as browsers demand; a missing number counts as 0. */
export function compareVersions(one: string, other: string): number {
  const [mine, theirs] = [one, other].map((version) =>
    version.split('.').map((part) => Number.parseInt(part, 10) || 0),
  );
  const length = Math.max(mine?.length ?? 0, theirs?.length ?? 0);
  for (let at = 0; at < length; at++) {
    const difference = (mine?.[at] ?? 0) - (theirs?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
