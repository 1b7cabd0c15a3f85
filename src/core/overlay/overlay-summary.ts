/** What the user has added, in numbers. */
export type OverlaySummary = {
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
  readonly notes: number;
  readonly hidden: number;
  /** The packs for whose publishers a proposal could be made. */
  readonly packs: readonly { readonly id: string; readonly title: string }[];
};
