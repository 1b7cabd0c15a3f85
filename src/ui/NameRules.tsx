import { t } from '../locales/translate.ts';
import type { TryTools } from './TryName.tsx';

/** The names of an entity, each with its rules in plain words. */
export const NameRules = ({ names }: Pick<TryTools, 'names'>) => (
  <section class="name-rules" aria-labelledby="name-rules">
    <h2 id="name-rules">{t('try.names')}</h2>
    <ul>
      {names.map((name) => (
        <li key={name.text}>
          <span dir="auto">{name.text}</span> <span class="quiet">{rulesOf(name).join(t('why.separator'))}</span>
        </li>
      ))}
    </ul>
  </section>
);

function rulesOf({ case: letters, needs, not, highlight }: TryTools['names'][number]): string[] {
  const list = (phrases: readonly string[]): string => phrases.map((phrase) => t('try.quoted', { phrase })).join(', ');
  const conditions = [
    ...(needs?.words === undefined ? [] : [t('try.needsWords', { words: list(needs.words) })]),
    ...(needs?.entities === undefined ? [] : [t('try.needsEntities')]),
    ...(needs?.longForm === true ? [t('try.needsLongForm')] : []),
  ];
  const rules = [
    ...(highlight === false ? [t('try.neverMarked')] : []),
    ...(letters === 'exact' ? [t('try.exactCase')] : []),
    ...(conditions.length === 0 ? [] : [conditions.join(t('try.or'))]),
    ...(not === undefined ? [] : [t('try.not', { phrases: list(not) })]),
  ];
  return rules.length === 0 ? [t('try.anywhere')] : rules;
}
