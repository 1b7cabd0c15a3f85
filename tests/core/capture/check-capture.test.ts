import { describe, expect, test } from 'vitest';
import { beginCapture } from '../../../src/core/capture/begin-capture.ts';
import type { Capture, CaptureDraft } from '../../../src/core/capture/capture.ts';
import { checkCapture } from '../../../src/core/capture/check-capture.ts';
import { planCapture } from '../../../src/core/capture/plan-capture.ts';
import { editOverlay, NO_RECORDS } from '../../../src/core/overlay/edit-overlay.ts';
import { makeEntity } from '../../fixtures/builders.ts';
import { makeClip } from './make-clip.ts';

const NOW = Date.UTC(2026, 10, 23);
const ACME = { entity: { pack: 'demo', id: 'acme' }, name: 'Acme' };
const PROFILE = { title: 'Yours', publisher: 'You', language: 'en', today: '2026-11-23' };
const clip = makeClip({ metas: [['date', '2026-03-05']] });

function fill(draft: Partial<CaptureDraft>, intent: Capture['intent'] = 'fact'): Capture {
  const begun = beginCapture(clip, { id: 'capture-1', intent, now: NOW, guesses: [ACME] });
  const filled = { statement: 'Acme sells anvils.', kind: 'activity' };
  return { ...begun, draft: { ...begun.draft, ...filled, ...draft } };
}
const checked = (capture: Capture) => {
  const result = checkCapture(capture);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const known = { ref: ACME.entity, model: makeEntity({ id: 'acme', name: 'Acme' }) };

describe('problems stand at the field of the form', () => {
  const { source } = fill({}).draft;
  test.each<[string, Partial<CaptureDraft>, readonly (readonly [string, RegExp])[]]>([
    ['no claim', { statement: ' ' }, [['statement', /^must not be empty/]]],
    ['no kind', { kind: '' }, [['kind', /kebab-case/]]],
    ['a claim that is too long', { statement: 'x'.repeat(601) }, [['statement', /at most 600/]]],
    ['a date that is none', { asOf: 'soon' }, [['asOf', /not understood/]]],
    ['a source without title', { source: { ...source, title: '' } }, [['source.title', /^must not be empty/]]],
    ['a script for an address', { source: { ...source, url: 'javascript:alert(1)' } }, [['source.url', /http/]]],
    ['a date of two readings', { source: { ...source, issued: '3/5/2026' } }, [['source.issued', /./]]],
    ['a language that is none', { source: { ...source, language: 'English!' } }, [['source.language', /language tag/]]],
    ['somebody new without a name', { subject: null, name: '' }, [['name', /^must not be empty/]]],
    ['somebody new with one letter', { subject: null, name: 'A' }, [['name', /at least 2 letters/]]],
    [
      'several at once',
      { statement: '', kind: 'No Kebab' },
      [
        ['statement', /empty/],
        ['kind', /kebab/],
      ],
    ],
  ])('%s', (_title, draft, problems) => {
    const result = checkCapture(fill(draft));
    expect(result.ok ? [] : result.error).toEqual(
      problems.map(([field, message]) => ({ field, message: expect.stringMatching(message) })),
    );
  });
});

describe('a fact', () => {
  test('about somebody known comes with a stand-in and its source, and makes a sound pack', () => {
    const plan = planCapture(NO_RECORDS, checked(fill({})), known);
    const edited = editOverlay(NO_RECORDS, 0, plan.edit, PROFILE);
    if (!edited.ok) throw new Error(JSON.stringify(edited.error));
    const { entities, sources, facts } = edited.value;
    expect(entities).toEqual([makeEntity({ id: 'acme', name: 'Acme', sameAs: ['demo/acme'] } as never)]);
    expect(sources).toMatchObject([
      { title: 'A page', URL: 'https://example.org/a', accessed: { 'date-parts': [[2026, 11, 23]] } },
    ]);
    expect(facts).toMatchObject([
      {
        ...{ id: plan.fact, subjects: ['acme'], statement: 'Acme sells anvils.', certainty: 'reported' },
        asOf: { basis: 'document-date', date: '2026-03-05' },
        references: [{ source: sources[0]?.id, quote: 'Acme sells anvils.' }],
      },
    ]);
    const again = planCapture(edited.value, checked(fill({ statement: 'Acme sells skates.' })), known);
    const twice = editOverlay(edited.value, 1, again.edit, PROFILE);
    expect(twice.ok && [twice.value.entities.length, twice.value.sources.length, twice.value.facts.length]).toEqual([
      1, 1, 2,
    ]);
  });

  test('about somebody new makes the entity, beside another of the same name', () => {
    const draft = { subject: null, name: 'Acme', entityType: 'person' as const };
    const own = { ...NO_RECORDS, entities: [makeEntity({ id: 'acme', name: 'Acme' })] };
    const plan = planCapture(own, checked(fill(draft)), null);
    expect(plan.entity).toBe('acme-2');
    expect(editOverlay(own, 1, plan.edit, PROFILE).ok).toBe(true);
  });

  test.each([
    ['', { basis: 'unknown' }],
    ['5 March 2026', { basis: 'document-date', date: '2026-03-05' }],
    ['2025', { basis: 'stated', date: '2025' }],
  ])('as of "%s"', (asOf, expected) => {
    expect(checked(fill({ asOf })).fact?.asOf).toEqual(expected);
  });

  test('authors may be turned round or not', () => {
    const { source } = fill({}).draft;
    const written = { ...source, authors: 'Doe, Jane\n\n  The Editors \nA, B, C' };
    expect(checked(fill({ source: written })).source?.author).toEqual([
      { family: 'Doe', given: 'Jane' },
      { literal: 'The Editors' },
      { literal: 'A, B, C' },
    ]);
  });
});

describe('to follow', () => {
  test('somebody new', () => {
    const plan = planCapture(NO_RECORDS, checked(fill({ name: '华为', entityType: 'company' }, 'follow')), null);
    expect(plan.edit.put).toMatchObject([{ type: 'entity', entity: { name: '华为' } }]);
    expect(editOverlay(NO_RECORDS, 0, plan.edit, PROFILE).ok).toBe(true);
  });

  test('another name of somebody known, once', () => {
    const capture = checked(fill({ subject: ACME, name: 'Acme Labs' }, 'follow'));
    const plan = planCapture(NO_RECORDS, capture, known);
    expect(plan.edit.put).toMatchObject([{ entity: { aliases: [{ text: 'Acme Labs' }], sameAs: ['demo/acme'] } }]);
    const after = editOverlay(NO_RECORDS, 0, plan.edit, PROFILE);
    if (!after.ok) throw new Error('refused');
    expect(planCapture(after.value, capture, known).edit.put).toEqual([]);
  });
});
