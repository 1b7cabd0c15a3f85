import { useId } from 'preact/hooks';
import type { CaptureDraft } from '../core/capture/capture.ts';
import type { CaptureProblem } from '../core/capture/capture-problem.ts';
import { CERTAINTIES } from '../core/model/fact.ts';
import { t } from '../locales/translate.ts';
import { FormField } from './FormField.tsx';

type Props = {
  readonly draft: CaptureDraft;
  readonly problems: readonly CaptureProblem[];
  readonly onChange: (changed: Partial<CaptureDraft>) => void;
};

/** Kinds that packs have most of; any other word will do. The format's own words, so that claims of one kind can be compared. */
const KINDS =
  'activity comparison count criticism event forecast founding funding-round investment member-of money opinion policy product profile publication rank relation role share target valuation';

/** The claim: what is said, of which kind, how certainly, as of when. */
export function ClaimFields({ draft, problems, onChange }: Props) {
  const kinds = useId();
  return (
    <>
      <FormField name="statement" label={t('capture.statement')} hint={t('capture.statementHint')} problems={problems}>
        {(control) => (
          <textarea
            {...control}
            class="text-input"
            dir="auto"
            rows={3}
            value={draft.statement}
            onInput={({ currentTarget: { value } }) => onChange({ statement: value })}
          />
        )}
      </FormField>
      <div class="form-row">
        <FormField name="kind" label={t('capture.kind')} problems={problems}>
          {(control) => (
            <>
              <input
                {...control}
                class="text-input"
                list={kinds}
                autocapitalize="off"
                value={draft.kind}
                onInput={({ currentTarget: { value } }) => onChange({ kind: asKind(value) })}
              />
              <datalist id={kinds}>
                {KINDS.split(' ').map((kind) => (
                  <option key={kind} value={kind}>
                    {kind}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </FormField>
        <FormField name="certainty" label={t('capture.certainty')} problems={problems}>
          {(control) => (
            <select
              {...control}
              class="select"
              value={draft.certainty}
              onChange={({ currentTarget: { value } }) =>
                onChange({ certainty: CERTAINTIES.find((certainty) => certainty === value) ?? draft.certainty })
              }
            >
              {CERTAINTIES.map((certainty) => (
                <option key={certainty} value={certainty}>
                  {t(`certainty.${certainty}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField name="asOf" label={t('capture.asOf')} problems={problems}>
          {(control) => (
            <input
              {...control}
              class="text-input"
              placeholder="2026-03-05"
              value={draft.asOf}
              onInput={({ currentTarget: { value } }) => onChange({ asOf: value })}
            />
          )}
        </FormField>
      </div>
    </>
  );
}

/** Kinds are written in small letters with hyphens: nobody has to know. */
const asKind = (typed: string): string => typed.toLowerCase().replaceAll(/\s+/g, '-');
