import type { Fact } from '../model/fact.ts';
import { draftId, type DraftRecord } from './draft-record.ts';
import { digestId, IdRegister } from './make-id.ts';

/**
 * Gives an id to every fact without one: the id of its first subject and a digest of its statement (compatibility characters,
 * case, spaces and the full stop do not count). So rows may move, and everything but the wording and the first subject may
 * change. Facts that would have the same id are numbered in their order.
 *
 * A fact that was reworded keeps the id it had in the `previous` version, where it is clear which one it was: one fact went and
 * one came with the same first subject, kind, date and first source.
 */
export function giveFactIds(drafts: readonly DraftRecord[], previous: readonly Fact[]): readonly DraftRecord[] {
  const register = new IdRegister();
  register.reserve(drafts.map(draftId));
  const named = drafts.map((draft) =>
    draftId(draft) === '' ? { draft, id: register.give(derivedId(draft)) } : { draft, id: draftId(draft) },
  );
  const old = new Set(previous.map(({ id }) => id));
  const present = new Set(named.map(({ id }) => id));
  const gone = groupByContext(previous.filter(({ id }) => !present.has(id)));
  const came = groupByContext(
    named.filter(({ draft, id }) => draftId(draft) === '' && !old.has(id)).map(({ draft }) => draft.body),
  );
  return named.map(({ draft, id }) => {
    const context = contextOf(draft.body);
    const [predecessor, ...others] = gone.get(context) ?? [];
    const isReworded = predecessor !== undefined && others.length === 0 && came.get(context)?.length === 1;
    const isNew = draftId(draft) === '' && !old.has(id);
    return { ...draft, body: { ...draft.body, id: isNew && isReworded ? predecessor.id : id } };
  });
}

type Body = Readonly<Record<string, unknown>>;

const derivedId = ({ body }: DraftRecord): string =>
  digestId(firstSubject(body), normalizeStatement(String(body['statement'])));

const normalizeStatement = (statement: string): string =>
  statement
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/[.。]+$/, '');

const firstSubject = ({ subjects }: Body): string => (Array.isArray(subjects) ? String(subjects[0]) : '');

function contextOf(body: Body): string {
  const references = Array.isArray(body['references']) ? (body['references'] as readonly Body[]) : [];
  const asOf = body['asOf'] as Body | undefined;
  return JSON.stringify([firstSubject(body), body['kind'], asOf?.['date'] ?? null, references[0]?.['source'] ?? null]);
}

function groupByContext<T extends Body>(bodies: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(bodies, contextOf);
}
