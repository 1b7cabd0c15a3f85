import { useState } from 'preact/hooks';
import type { PackRecord } from '../core/model/fact-pack.ts';
import { nameRecord } from '../core/overlay/edit-history.ts';
import type { OwnRecords } from '../core/overlay/own-records.ts';
import { NEW_VALUES, readValues, type FormKind, type FormValues } from '../core/overlay/record-form.ts';
import { bodyOf, type RecordRef } from '../core/packs/pack-patch.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';
import { fieldsOf } from './record-fields.ts';
import { RecordForm } from './RecordForm.tsx';
import { Trash } from './Trash.tsx';

export type OwnPackProps = {
  readonly own: OwnRecords;
  readonly locale: string;
  /** What the last step, or a removal, could not do. */
  readonly failure: string | null;
  readonly onChange: (record: PackRecord, values: FormValues) => Promise<readonly PackProblem[]>;
  readonly onNewEntity: (values: FormValues) => Promise<readonly PackProblem[]>;
  readonly onRemove: (ref: RecordRef) => void;
  readonly onRestore: (ref: RecordRef) => void;
  readonly onStep: (direction: 'undo' | 'redo') => void;
  readonly entityUrl: (id: string) => string;
  /** Whether names that only the user follows are marked on listed sites only. */
  readonly isListedOnly: boolean;
  readonly onMarkEverywhere: () => void;
  readonly settingsUrl: string;
};

const KINDS = ['entity', 'fact', 'source'] as const;

/** Everything the user wrote, to be edited, taken back and restored. */
export function OwnPackPage(props: OwnPackProps) {
  const { own, failure, onNewEntity, onStep, isListedOnly, onMarkEverywhere, settingsUrl, ...rest } = props;
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <h1>{t('own.title')}</h1>
      <p>{t('own.hint')}</p>
      {isListedOnly && own.records.some(({ type }) => type === 'entity') && (
        <div class="notice">
          <p>{t('own.listedOnly')}</p>
          <p class="button-row">
            <button type="button" class="button" data-mark-everywhere onClick={onMarkEverywhere}>
              {t('own.markEverywhere')}
            </button>
            <a class="button" href={settingsUrl}>
              {t('own.chooseSites')}
            </a>
          </p>
        </div>
      )}
      <div class="button-row" role="group" aria-label={t('own.tools')}>
        <button type="button" class="button" data-new="entity" onClick={() => setAdding(true)}>
          {t('own.newEntity')}
        </button>
        <StepButton direction="undo" name={own.undo} label={t('own.undo')} onStep={onStep} />
        <StepButton direction="redo" name={own.redo} label={t('own.redo')} onStep={onStep} />
      </div>
      <div role="status" aria-live="polite" class="outcomes">
        {failure !== null && (
          <p class="notice" data-tone="bad">
            {t('own.failed', { reason: failure })}
          </p>
        )}
      </div>
      {isAdding && (
        <RecordForm
          title={t('own.newEntity')}
          fields={fieldsOf('entity')}
          values={NEW_VALUES.entity}
          onSave={onNewEntity}
          onClose={() => setAdding(false)}
        />
      )}
      {own.records.length === 0 && !isAdding && <p class="quiet">{t('own.empty')}</p>}
      {KINDS.map((kind) => (
        <RecordList key={kind} kind={kind} records={own.records.filter(({ type }) => type === kind)} {...rest} />
      ))}
      <Trash trash={own.trash} locale={rest.locale} onRestore={rest.onRestore} />
    </>
  );
}

type StepProps = {
  readonly direction: 'undo' | 'redo';
  readonly name: string | null;
  readonly label: string;
  readonly onStep: (direction: 'undo' | 'redo') => void;
};

function StepButton({ direction, name, label, onStep }: StepProps) {
  return (
    <button
      type="button"
      class="button"
      data-step={direction}
      disabled={name === null}
      {...(name === null ? {} : { title: name })}
      onClick={() => onStep(direction)}
    >
      {label}
    </button>
  );
}

type ListProps = Pick<OwnPackProps, 'onChange' | 'onRemove' | 'entityUrl'> & {
  readonly kind: FormKind;
  readonly records: readonly PackRecord[];
};

function RecordList({ kind, records, onChange, onRemove, entityUrl }: ListProps) {
  const [edited, setEdited] = useState<string | null>(null);
  if (records.length === 0) return null;
  return (
    <section class="manager-section" aria-labelledby={`own-${kind}`}>
      <h2 id={`own-${kind}`}>{t(`own.kind_${kind}`)}</h2>
      <ul class="own-records">
        {records.map((record) => {
          const { id } = bodyOf(record);
          const name = nameRecord(record);
          return (
            <li key={id} data-own={`${kind} ${id}`}>
              {edited === id ? (
                <RecordForm
                  title={t('own.editRecord', { name })}
                  fields={fieldsOf(kind)}
                  values={readValues(record)}
                  onSave={(values) => onChange(record, values)}
                  onClose={() => setEdited(null)}
                />
              ) : (
                <div class="own-record">
                  {kind === 'entity' ? (
                    <a href={entityUrl(id)} dir="auto">
                      {name}
                    </a>
                  ) : (
                    <span dir="auto">{name}</span>
                  )}
                  <span class="own-record-actions">
                    <button
                      type="button"
                      class="chip"
                      data-edit
                      aria-label={t('own.editRecord', { name })}
                      onClick={() => setEdited(id)}
                    >
                      {t('own.edit')}
                    </button>
                    <button
                      type="button"
                      class="chip"
                      data-remove
                      aria-label={t('own.removeRecord', { name })}
                      onClick={() => onRemove({ kind, id })}
                    >
                      {t('own.remove')}
                    </button>
                  </span>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
