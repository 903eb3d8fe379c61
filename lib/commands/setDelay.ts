import type { LinkId } from '../base/ids'
import { changeLinks } from './changeLinks'
import type { Command } from './command'

/**
 * Says that the effect of causal links comes late, or that it does not.
 *
 * @example
 * editor.run(setDelay, { links: [id], delay: true })
 */
export const setDelay: Command<{ readonly links: readonly LinkId[]; readonly delay: boolean }> = (
  view,
  { links, delay },
  context,
) =>
  // No delay is no field, so that documents stay short.
  changeLinks(view, links, { delay: delay ? true : null }, 'set-delay', { code: 'not-a-causal-link' }, context)
