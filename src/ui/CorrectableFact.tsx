import { useState } from 'preact/hooks';
import type { FactView } from '../core/card/card-view.ts';
import type { PackRecord } from '../core/model/fact-pack.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { readValues, type FormValues } from '../core/overlay/record-form.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';
import { fieldsOf } from './record-fields.ts';
import { RecordForm } from './RecordForm.tsx';
import type { ComponentChildren } from 'preact';

export type FactCorrecting = {
  /** The fact as its pack has it; null if it is gone. */
  readonly onRead: (fact: FactView) => Promise<PackRecord | null>;
  readonly onCorrect: (fact: FactView, record: PackRecord, values: FormValues) => Promise<readonly PackProblem[]>;
};

type Props = {
  readonly fact: FactView;
  readonly correcting: FactCorrecting;
  /** Draws the fact; `onCorrect` is absent where it is the user's own. */
  readonly children: (onCorrect: (() => void) | undefined) => ComponentChildren;
};

/** A fact that its reader can correct: the form stands in its place. */
export function CorrectableFact({ fact, correcting, children }: Props) {
  const [record, setRecord] = useState<PackRecord | null>(null);
  const isOwn = fact.origins.some(({ pack }) => pack === OVERLAY_PACK);
  const open = (): void => void correcting.onRead(fact).then(setRecord);
  if (record === null) return <>{children(isOwn ? undefined : open)}</>;
  return (
    <RecordForm
      title={t('own.correctFact')}
      fields={fieldsOf('fact')}
      values={readValues(record)}
      onSave={(values) => correcting.onCorrect(fact, record, values)}
      onClose={() => setRecord(null)}
    />
  );
}
