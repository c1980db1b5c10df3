// Saying no is a value; breaking is a throw.

export type Result<T, R> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R }

export const done = <T = void>(value?: T): Result<T, never> => ({ ok: true, value: value as T })
export const refuse = <const R>(refusal: R): Result<never, R> => ({ ok: false, refusal })
