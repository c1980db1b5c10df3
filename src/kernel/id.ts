declare const kind: unique symbol
/** A string that names one kind of thing, so that ids of different things do not mix. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }
