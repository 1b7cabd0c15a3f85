import { useId, useRef, useState } from 'preact/hooks';
import type { FormValues } from '../core/overlay/record-form.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';

/** One field of a form. */
export type FormField = {
  /** As in the record, with the kind before it: `fact.statement`. Problems are told beside the field they name. */
  readonly path: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly control: 'line' | 'text' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly suggestions?: readonly string[];
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  /** What it has in common with the fields beside it that say the same. */
  readonly section?: string;
  /** Whether it matters, with what is filled in elsewhere; it does if left out. */
  readonly isWanted?: (values: FormValues) => boolean;
};

export type FormProps = {
  readonly title: string;
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  /** Stores what was filled in and gives nothing, or what is wrong with it. */
  readonly onSave: (values: FormValues) => Promise<readonly PackProblem[]>;
  readonly onClose: () => void;
};

/** A form for a record: the same checks as for packs, what is wrong beside its field, nothing lost until it is closed. */
export function RecordForm({ title, fields, values: first, onSave, onClose }: FormProps) {
  const [values, setValues] = useState(first);
  const [problems, setProblems] = useState<readonly PackProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const change = ({ name, path }: FormField, text: string): void => {
    setValues((before) => ({ ...before, [name]: text }));
    // What is being mended is no longer scolded.
    setProblems((before) => before.filter((problem) => !isAt(problem, path)));
  };
  const save = async (): Promise<void> => {
    // Told of at once, so that a double click does not store a record twice.
    setSaving(true);
    const found = await onSave(values);
    setSaving(false);
    setProblems(found);
    if (found.length === 0) onClose();
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const wanted = fields.filter(({ isWanted }) => isWanted?.(values) ?? true);
  const placed = new Set(wanted.flatMap(({ path }) => problems.filter((problem) => isAt(problem, path))));
  const unplaced = problems.filter((problem) => !placed.has(problem));
  return (
    <form
      ref={form}
      class="record-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) void save();
      }}
    >
      <h3>{title}</h3>
      {unplaced.length > 0 && (
        <ul role="alert" class="field-problems">
          {unplaced.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {sectionsOf(wanted).map(([section, members]) => {
        const drawn = members.map((field) => (
          <Field
            key={field.name}
            id={`${id}-${field.name}`}
            field={field}
            value={values[field.name] ?? ''}
            problems={problems.filter((problem) => isAt(problem, field.path))}
            onChange={(text) => change(field, text)}
          />
        ));
        if (section === '') return drawn;
        return (
          <fieldset key={section} class="form-section">
            <legend>{section}</legend>
            {drawn}
          </fieldset>
        );
      })}
      <p class="button-row">
        <button type="submit" class="button" aria-disabled={isSaving}>
          {t('own.save')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('own.cancel')}
        </button>
      </p>
    </form>
  );
}

/** The fields by their sections, in the order in which these begin. */
const sectionsOf = (fields: readonly FormField[]): [string, FormField[]][] => [
  ...Map.groupBy(fields, ({ section = '' }) => section),
];

type FieldProps = {
  readonly id: string;
  readonly field: FormField;
  readonly value: string;
  readonly problems: readonly PackProblem[];
  readonly onChange: (text: string) => void;
};

function Field({ id, field, value, problems, onChange }: FieldProps) {
  const { label, hint, control, choices = [], suggestions = [], maxLength, isRequired = false } = field;
  const shared = {
    id,
    ...{ value, required: isRequired, 'aria-invalid': problems.length > 0 },
    'aria-describedby': `${id}-said`,
    ...(maxLength === undefined ? {} : { maxLength }),
  };
  const take = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value);
  return (
    <div class="field" data-field={field.path}>
      <label for={id}>{label}</label>
      {control === 'choice' ? (
        <select {...shared} class="select" onChange={take}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : control === 'text' ? (
        <textarea {...shared} class="text-input" rows={3} dir="auto" onInput={take} />
      ) : (
        <input {...shared} class="text-input" dir="auto" list={`${id}-list`} onInput={take} />
      )}
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion}>
              {suggestion}
            </option>
          ))}
        </datalist>
      )}
      <div id={`${id}-said`}>
        {hint !== undefined && <p class="field-hint">{hint}</p>}
        {problems.map(({ message }) => (
          <p key={message} class="field-problem">
            {message.replace(field.path, label)}
          </p>
        ))}
      </div>
    </div>
  );
}

/** Problems of parts (`entity.aliases.0.text`) are told at the field that holds them. */
const isAt = ({ field }: PackProblem, path: string): boolean => field === path || field.startsWith(`${path}.`);
