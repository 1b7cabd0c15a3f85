/** Why packs cannot be read: a newer Sidelight wrote them, or the browser does not open its database. */
export type StoreTrouble = { readonly code: 'newer' | 'unreadable'; readonly detail: string };
