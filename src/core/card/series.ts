import type { Fact } from '../model/fact.ts';

/** Numbers of one kind over time. */
export type Series = {
  readonly kind: string;
  readonly unit: string;
  readonly points: readonly SeriesPoint[];
};

export type SeriesPoint = { readonly date: string; readonly number: number; readonly fact: string };

/** Fewer dated numbers make no line. */
const MIN_POINTS = 3;

/** The series in some facts: at least three dated numbers of one kind in one unit, in order of time; the longest first. */
export function findSeries(facts: readonly Fact[]): Series[] {
  const groups = Map.groupBy(facts.flatMap(toMeasure), ({ kind, unit }) => `${kind}\n${unit}`);
  return [...groups.values()]
    .flatMap((measures): Series[] => {
      const dates = new Set(measures.map(({ point }) => point.date));
      const [first] = measures;
      if (first === undefined || dates.size < MIN_POINTS) return [];
      const points = measures.map(({ point }) => point).toSorted((a, b) => a.date.localeCompare(b.date));
      return [{ kind: first.kind, unit: first.unit, points }];
    })
    .toSorted((a, b) => b.points.length - a.points.length);
}

type Measure = { readonly kind: string; readonly unit: string; readonly point: SeriesPoint };

function toMeasure(fact: Fact): Measure[] {
  const { value, asOf, kind, id } = fact;
  if (asOf.basis === 'unknown' || !/^\d{4}(?:-\d\d){0,2}$/.test(asOf.date) || fact.quality !== 'ok') return [];
  if (value?.type !== 'money' && value?.type !== 'quantity') return [];
  const unit = value.type === 'money' ? [value.currency, value.per].filter(Boolean).join(' a ') : value.unit;
  return [{ kind, unit, point: { date: asOf.date, number: value.number, fact: id } }];
}
