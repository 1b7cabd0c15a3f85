import type { ClaimGroupView } from '../core/card/card-view.ts';
import { Fact } from './Fact.tsx';

type Props = { readonly group: ClaimGroupView; readonly locale: string };

/** One claim, or several that disagree, side by side with the reason. */
export function ClaimGroup({ group, locale }: Props) {
  const facts = group.facts.map((fact) => <Fact key={fact.id} fact={fact} locale={locale} />);
  if (group.disagreement === null) return <li class="claim">{facts}</li>;
  return (
    <li class="disagreement">
      <div>
        <p class="disagreement-title">Sources differ: {group.disagreement.title}</p>
        <p class="disagreement-summary">{group.disagreement.summary}</p>
      </div>
      {facts}
    </li>
  );
}
