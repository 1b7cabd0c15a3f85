import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { CaptureProblem } from '../core/capture/capture-problem.ts';

/** What a control needs to be tied to its label, hint and problem. */
export type FieldControl = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

type Props = {
  /** The field's place in the draft, by which its problem is found. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problems: readonly CaptureProblem[];
  readonly children: (control: FieldControl) => ComponentChildren;
};

/** A labelled field of a form, with what is wrong with it beside it. */
export function FormField({ name, label, hint, problems, children }: Props) {
  const id = useId();
  const problem = problems.find(({ field }) => field === name);
  const about = [...(hint === undefined ? [] : [`${id}-hint`]), ...(problem === undefined ? [] : [`${id}-problem`])];
  return (
    <div class="field" data-field={name}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': problem !== undefined, 'aria-describedby': about.join(' ') || undefined })}
      {hint !== undefined && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} class="field-problem">
          {sentenceCase(problem.message)}
        </p>
      )}
    </div>
  );
}

/** The format's messages go on from the name of a field. */
const sentenceCase = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
