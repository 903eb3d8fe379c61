/** What of the reading help is open. */
export type HelpPart = 'patterns' | 'hints' | 'none'

/**
 * What stands open: what somebody opened or closed; until then the patterns, if there are any and nothing else needs
 * the room. What stood open stays so when a loop is chosen: one may read that loop because of it.
 */
export function openPart({
  chosen,
  hasPatterns,
  stoodOpen,
  isTight,
}: {
  readonly chosen: HelpPart | undefined
  readonly hasPatterns: boolean
  readonly stoodOpen: boolean
  readonly isTight: boolean
}): HelpPart {
  return chosen ?? (hasPatterns && (stoodOpen || !isTight) ? 'patterns' : 'none')
}
