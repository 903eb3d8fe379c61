/** A facilitator's lock on an element or a link, as this person meets it. On nothing of the map itself. */
export interface Seal {
  /** It keeps this person off: they do not run the meeting. */
  readonly keeps: boolean
  /** The ordinary lock that the map says, which `locked` covers while the other keeps this person off. */
  readonly locked?: boolean | undefined
}
