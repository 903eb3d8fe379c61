import { limits } from '../base/limits'
import type { ElementId, LinkId } from '../base/ids'
import { succeed } from '../base/result'
import type { Polarity } from '../model/causalLink'
import { isLinkable, type MapElement } from '../model/element'
import { labelKey } from '../model/label'
import type { RecordChange } from '../model/mapPatch'
import type { Position } from '../model/position'
import type { Command } from './command'
import { nameStep, refuse } from './findRecords'
import { findOverLimit, findSameLink, makeElement, makeLink } from './newRecords'

export interface AddListInput {
  /** New variables and where they go. */
  readonly variables: readonly { readonly label: string; readonly at: Position }[]
  /** Links by the labels of their ends, which are new or on the map already; case does not matter. */
  readonly links: readonly {
    readonly from: string
    readonly to: string
    readonly polarity?: Polarity | undefined
    readonly delay?: boolean | undefined
  }[]
}

/**
 * Adds a pasted list of variables together with links among them and to what is on the map. Links
 * that are there already, and those whose ends cannot be found or linked, are passed over. One step.
 */
export const addList: Command<AddListInput> = (view, { variables, links }, context) => {
  const over = findOverLimit(view, { elements: variables.length, links: links.length })
  if (over !== undefined) return over
  const tooLong = variables.find(({ label }) => label.trim().length > limits.label)
  if (tooLong !== undefined) return refuse('label-too-long', String(tooLong.label.length))
  const byLabel = new Map<string, MapElement>()
  for (const element of view.elements.values()) {
    if (isLinkable(element) && !byLabel.has(labelKey(element.label))) byLabel.set(labelKey(element.label), element)
  }
  const changes: RecordChange[] = []
  const elements: ElementId[] = []
  for (const { label, at } of variables) {
    const made = makeElement(view, { kind: 'variable', label, at }, context)
    if (!made.ok) return made
    changes.push(...made.value.changes)
    elements.push(made.value.id)
    // Stands in for the variable that is about to be; only its kind, id and label matter to a link.
    byLabel.set(labelKey(label), { id: made.value.id, kind: 'variable', label: label.trim(), description: '' })
  }
  const linkIds: LinkId[] = []
  for (const { from, to, polarity, delay } of links) {
    const [start, end] = [byLabel.get(labelKey(from)), byLabel.get(labelKey(to))]
    if (start === undefined || end === undefined) continue
    const isCausal = start.kind === 'variable' && end.kind === 'variable'
    const fields = isCausal
      ? { ...(polarity === undefined ? {} : { polarity }), ...(delay === true ? { delay } : {}) }
      : {}
    const made = makeLink(view, start, end, { fields }, context)
    if (!made.ok) continue
    const kind = isCausal ? 'causal' : undefined
    if (kind !== undefined && findSameLink(view, { kind, from: start.id, to: end.id }) !== undefined) continue
    changes.push(...made.value.changes)
    linkIds.push(made.value.id)
  }
  if (changes.length === 0) return refuse('nothing-to-do')
  return succeed({
    changes,
    label: elements.length > 0 ? nameStep('added', variables) : { step: 'linked', count: linkIds.length },
    select: { elements, links: linkIds },
  })
}
