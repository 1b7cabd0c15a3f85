import type { ClaimGroupView } from '../core/card/card-view.ts';
import { CLAIM_ORDERS, sectionClaims, type ClaimOrder } from '../core/card/claim-sections.ts';
import { t } from '../locales/translate.ts';
import { ClaimGroup, groupKey, type FactTools } from './ClaimGroup.tsx';
import { formatLooseDate } from './format-date.ts';

type Props = {
  readonly claims: readonly ClaimGroupView[];
  readonly order: ClaimOrder;
  /** The address of the page in an order. */
  readonly orderUrl: (order: ClaimOrder) => string;
  readonly locale: string;
  readonly tools: FactTools;
  readonly namesPacks: boolean;
};

/** All claims about an entity under headings: by kind, or over time. */
export function ClaimSections({ claims, order, orderUrl, locale, tools, namesPacks }: Props) {
  const sections = sectionClaims(claims, order);
  const hasHeadings = order === 'time' || sections.length > 1;
  return (
    <>
      {claims.length > 1 && (
        <nav class="claim-order" aria-label={t('entity.order')}>
          {CLAIM_ORDERS.map((each) => (
            <a key={each} href={orderUrl(each)} data-order={each} aria-current={each === order ? 'true' : undefined}>
              {t(`entity.order_${each}`)}
            </a>
          ))}
        </nav>
      )}
      {sections.map(({ heading, claims: groups }) => (
        <section key={heading} class="claim-section" data-section={heading}>
          {hasHeadings && <h2>{titleOf(heading, order, locale)}</h2>}
          <ul class="claims">
            {groups.map((group) => (
              <ClaimGroup key={groupKey(group)} group={group} locale={locale} tools={tools} namesPacks={namesPacks} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function titleOf(heading: string, order: ClaimOrder, locale: string): string {
  if (order === 'kind') return heading.replaceAll('-', ' ');
  return heading === '' ? t('entity.undated') : formatLooseDate(heading, locale);
}
