import type { ReferenceView } from '../core/card/card-view.ts';
import type { SourceView } from '../core/card/source-view.ts';
import { t } from '../locales/translate.ts';
import { formatLooseDate } from './format-date.ts';
import { Sentence } from './Sentence.tsx';

type Props = { readonly reference: ReferenceView; readonly locale: string };

/** Who says so: title with link, publication and date, and whom the source itself cites. */
export function SourceLine({ reference: { source, attributedTo }, locale }: Props) {
  return (
    <li>
      <SourceTitle source={source} />
      {details(source, locale).map((detail) => ` · ${detail}`)}
      {attributedTo !== null && <Attribution source={attributedTo} locale={locale} />}
    </li>
  );
}

function Attribution({ source, locale }: { readonly source: SourceView; readonly locale: string }) {
  const cited = <SourceTitle source={source} title={source.publisher || source.title} />;
  if (source.issued === null) return <Sentence text="source.citing" slots={{ cited }} />;
  return <Sentence text="source.citingDated" slots={{ cited, date: formatLooseDate(source.issued, locale) }} />;
}

function SourceTitle({ source, title = source.title }: { readonly source: SourceView; readonly title?: string }) {
  if (source.url === null) return <cite>{title}</cite>;
  return (
    <a href={source.url} target="_blank" rel="noopener noreferrer" title={hostOf(source.url)}>
      {title}
    </a>
  );
}

/** The real host, in the form that cannot be mistaken for another; the address itself where it is no address. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);

function details(source: SourceView, locale: string): string[] {
  const date = source.issued === null ? t('source.undated') : formatLooseDate(source.issued, locale);
  return source.publisher === '' ? [date] : [source.publisher, date];
}
