import { useState } from 'preact/hooks';
import type { EntityPage } from '../core/card/card-view.ts';
import type { MergeWord, NamedRecord } from '../core/merging/merge-word.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { entityKey } from '../core/model/mention.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { t } from '../locales/translate.ts';
import { JoinEntity } from './JoinEntity.tsx';

export type SameEntityTools = {
  /** What the user has said of its records. */
  readonly words: readonly MergeWord[];
  /** Looks for names of packs that do not know this entity. */
  readonly onFind: (query: string) => Promise<readonly NamedRecord[]>;
  /** Says that a record of another pack is about this entity, or is not. */
  readonly onSay: (other: EntityRef, verdict: MergeWord['verdict']) => void;
  readonly onTakeBack: (word: MergeWord) => void;
};

type Props = SameEntityTools & { readonly page: Pick<EntityPage, 'entity' | 'packs'> };

/** Which records of other packs are about the same entity: the user's word, and taking it back. */
export function SameEntity({ page: { entity, packs }, words, onFind, onSay, onTakeBack }: Props) {
  const [isJoining, setJoining] = useState(false);
  const others = packs.filter(({ id }) => id !== entity.ref.pack && id !== OVERLAY_PACK);
  return (
    <section class="same-entity" aria-label={t('entity.same')}>
      <p class="button-row">
        {others.map(({ id, title, entity: record }) => (
          <button
            key={id}
            type="button"
            class="chip"
            data-part={id}
            onClick={() => onSay({ pack: id, id: record }, 'different')}
          >
            {t('own.part', { pack: title })}
          </button>
        ))}
        <button
          type="button"
          class="chip"
          data-action="join"
          aria-expanded={isJoining}
          onClick={() => setJoining(!isJoining)}
        >
          {t('entity.join')}
        </button>
      </p>
      {isJoining && (
        <JoinEntity
          onFind={onFind}
          onJoin={(other) => {
            setJoining(false);
            onSay(other, 'same');
          }}
          onClose={() => setJoining(false)}
        />
      )}
      <ul class="own-records" aria-live="polite">
        {words.map((word) => (
          <li key={wordKey(word)} class="own-record" data-word={word.verdict}>
            <span dir="auto">{sayWord(word)}</span>
            <button type="button" class="chip" data-action="take-back" onClick={() => onTakeBack(word)}>
              {t('entity.takeBack')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayWord({ verdict, records: [a, b] }: MergeWord): string {
  const [pack, otherPack] = [a.packTitle, b.packTitle];
  return verdict === 'same'
    ? t('entity.saidSame', { name: a.name, pack, otherName: b.name, otherPack })
    : t('entity.saidDifferent', { name: a.name, pack, otherName: b.name, otherPack });
}

const wordKey = ({ records }: MergeWord): string => records.map(({ ref }) => entityKey(ref)).join(' ');
