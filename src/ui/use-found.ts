import { useEffect, useState } from 'preact/hooks';

/** A person who types is not asked for at every letter. */
const FIND_DELAY_MS = 150;

/** What is found for the words in a field, once somebody rests; null while there are none. Only the last answer counts. */
export function useFound<Found>(
  query: string,
  onFind: (query: string) => Promise<readonly Found[]>,
): readonly Found[] | null {
  const [found, setFound] = useState<readonly Found[] | null>(null);
  useEffect(() => {
    if (query.trim() === '') {
      setFound(null);
      return;
    }
    let isLatest = true;
    const timer = setTimeout(
      () => void onFind(query.trim()).then((choices) => isLatest && setFound(choices)),
      FIND_DELAY_MS,
    );
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [query]);
  return found;
}
