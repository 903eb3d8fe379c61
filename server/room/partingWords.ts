/** Why somebody is sent away from a map. */
export type PartingCause = 'link' | 'removed'

/** What they are told. */
export const partingWords: Readonly<Record<PartingCause, string>> = {
  link: 'This link no longer works.',
  removed: 'You have been removed from this map.',
}
