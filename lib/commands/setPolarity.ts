import type { LinkId } from '../base/ids'
import type { Polarity } from '../model/causalLink'
import { changeLinks } from './changeLinks'
import type { Command } from './command'

/**
 * Gives causal links a sign; null takes it away. Other links among them stay as they are.
 *
 * @example
 * editor.run(setPolarity, { links: [id], polarity: '-' })
 */
export const setPolarity: Command<{
  readonly links: readonly LinkId[]
  readonly polarity: Polarity | null
}> = (view, { links, polarity }, context) =>
  changeLinks(view, links, { polarity }, 'set-sign', { code: 'not-a-causal-link' }, context)
