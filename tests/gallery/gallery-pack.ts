import { makeFact, packLines } from '../fixtures/builders.ts';

const LONG_NAME =
  'State Administration for the Supervision of Very Long Names in the People’s Cooperative Federation of Examples';

const value = (date: string, number: number) =>
  makeFact({
    id: `s${date}`,
    subjects: ['globex'],
    kind: 'staff',
    statement: `Globex employed ${number.toLocaleString('en')} people.`,
    value: { type: 'quantity', number, unit: 'people' },
    asOf: { basis: 'stated', date },
  });

/** A pack that has every state of a card the default pack has not: two who share a name, no facts, long texts, a series. */
export const GALLERY_PACK = packLines({
  id: 'gallery',
  header: { title: 'Gallery' },
  entities: [
    { id: 'acme', name: 'Acme Robotics', type: 'company' },
    { id: 'globex', name: 'Globex', type: 'company', description: 'A company that counts its people.' },
    { id: 'hooli', name: 'Hooli', type: 'company', description: 'A company of which nothing is known.' },
    {
      id: 'long',
      name: LONG_NAME,
      type: 'agency',
      description: 'An agency whose name fills more than one line, as those of agencies do.',
      aliases: [{ text: 'SASVLN', case: 'exact' }],
    },
    { id: 'mercury-bank', name: 'Mercury Bank', type: 'company', aliases: [{ text: 'Mercury One', case: 'exact' }] },
    { id: 'mercury-probe', name: 'Mercury Probe', type: 'product', aliases: [{ text: 'Mercury One', case: 'exact' }] },
    {
      id: 'rtl',
      name: 'شركة القمر للاتصالات',
      type: 'company',
      description: 'شركة اتصالات تظهر هنا لاختبار الكتابة من اليمين إلى اليسار.',
    },
  ],
  facts: [
    makeFact(),
    value('2019', 1200),
    value('2021', 3400),
    value('2022', 2900),
    value('2025', 8100),
    makeFact({
      id: 'long-1',
      subjects: ['long', 'globex', 'acme'],
      quality: 'suspect',
      statement:
        'In a statement of unusual length, which was printed in full although it repeats itself, it said that Globex and Acme Robotics, among a great many others that it did not name, would have to report every quarter, in writing, on paper, in three copies.',
      note: 'The statement was withdrawn a day later and printed again in the week after that.',
    }),
    makeFact({ id: 'bank', subjects: ['mercury-bank'], statement: 'Mercury Bank opened in 1999.' }),
    makeFact({ id: 'probe', subjects: ['mercury-probe'], statement: 'Mercury Probe was launched in 2004.' }),
    makeFact({ id: 'rtl-1', subjects: ['rtl'], statement: 'أطلقت الشركة شبكتها الأولى في عام 2018.' }),
  ],
});
