import { limits } from '../base/limits'
import { succeed } from '../base/result'
import type { Command } from './command'
import { refuse } from './findRecords'

/**
 * Gives the map another title; spaces around it are dropped.
 *
 * @example
 * editor.run(setTitle, { title: 'Youth services, 2026' })
 */
export const setTitle: Command<{ readonly title: string }> = (view, { title }) => {
  const wanted = title.trim()
  if (wanted.length > limits.title) return refuse('label-too-long', String(wanted.length))
  if (wanted === view.meta.title) return refuse('nothing-to-do')
  return succeed({ changes: [{ kind: 'meta', fields: { title: wanted } }], label: { step: 'titled', name: wanted } })
}
