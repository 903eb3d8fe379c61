/** Plain data as JSON can carry it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Fields of a record as plain data. */
export type JsonFields = Readonly<Record<string, Json>>
