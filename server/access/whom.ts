import { mayRun } from '../../lib/protocol/role'
import type { Identity } from './identity'

/** Some of those who are on a map, or wait for its meeting. */
export type Whom =
  | { readonly of: 'all' | 'those-who-do-not-run' }
  | { readonly of: 'link'; readonly link: string }
  | { readonly of: 'participant'; readonly participant: string }

/** True if somebody is one of them. */
export function isOfThem(who: Whom, { role, link, participant }: Identity): boolean {
  switch (who.of) {
    case 'all':
      return true
    case 'those-who-do-not-run':
      return !mayRun(role)
    case 'link':
      return link === who.link
    case 'participant':
      return participant?.id === who.participant
  }
}
