import type { Json } from '../base/json'
import { succeed } from '../base/result'
import type { DefinitionFamily } from '../model/definition'
import { splitParts } from '../model/definitionParts'
import { tieTypesOf } from '../model/tie'
import type { Command } from './command'
import { definitionsOf, families, labelOfStep, storedDefinition } from './definitionFamily'
import { markDeleted, withoutForgotten } from './deleteDefinition'
import { refuse } from './findRecords'
import { followLooks } from './followLooks'
import { moveUsers } from './moveUsers'

/**
 * Makes one sector, or kind of tie, part of another: everything that had the one has the other, and the one is not
 * offered any more. Ties go the way they went. What is locked keeps its word, and then its definition stays too.
 * Saved looks ask for the other from then on.
 */
export const mergeDefinition: Command<{
  readonly of: DefinitionFamily
  readonly from: string
  readonly into: string
}> = (view, { of, from, into }, context) => {
  const { isKnown, fieldOf } = families[of]
  if (from === into || into === '') return refuse('nothing-to-do')
  const way = of === 'tie' ? tieTypesOf(view.meta).of(into).way : 'none'
  const { changes, stayed } = moveUsers(view, of, from, { word: into, way }, context)
  const field = fieldOf(from)
  const isHidden = storedDefinition(view, field)?.['hidden'] === true
  let fields: Readonly<Record<string, Json | undefined>> = {}
  if (stayed === undefined && isKnown(from) && !isHidden) fields = splitParts(field, { hidden: true })
  if (stayed === undefined && definitionsOf(view, of).defined.has(from) && !isKnown(from)) {
    fields = { ...withoutForgotten(view, of), ...markDeleted(field) }
  }
  const hasFields = Object.keys(fields).length > 0
  const next = (word: string): readonly string[] =>
    word !== from ? [word] : stayed === undefined ? [into] : [from, into]
  if (changes.length === 0 && !hasFields) return refuse('nothing-to-do')
  return succeed({
    changes: [
      ...changes,
      ...(hasFields ? [{ kind: 'meta', fields } as const] : []),
      ...followLooks(view, { by: of, next }),
    ],
    whole: true,
    label: labelOfStep(view, of, into, 'edited'),
    ...(stayed === undefined ? {} : { stayed }),
  })
}
