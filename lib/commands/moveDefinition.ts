import { rankBetween } from '../base/rankBetween'
import { succeed } from '../base/result'
import type { DefinitionFamily } from '../model/definition'
import { splitParts } from '../model/definitionParts'
import type { Command } from './command'
import { definitionsOf, families, labelOfStep } from './definitionFamily'
import { refuse } from './findRecords'

/**
 * Puts a sector, or a kind of tie, elsewhere in its list: before another one, or at the end. The others keep their
 * places, but for those before it that have none.
 *
 * @example
 * editor.run(moveDefinition, { of: 'sector', key: 'funder', before: 'government' })
 */
export const moveDefinition: Command<{
  readonly of: DefinitionFamily
  readonly key: string
  readonly before: string | null
}> = (view, { of, key, before }) => {
  const { offered, placeOf } = definitionsOf(view, of)
  const keys = offered.map((look) => look.key)
  const missing = [key, ...(before === null ? [] : [before])].find((one) => !keys.includes(one))
  if (missing !== undefined) return refuse('not-found', missing)
  const others = keys.filter((one) => one !== key)
  const at = before === null ? others.length : others.indexOf(before)
  if (at < 0 || at === keys.indexOf(key)) return refuse('nothing-to-do')
  const places = rankBetween(others.toSpliced(at, 0, key), key, placeOf)
  const fields = [...places].map(([one, order]) => splitParts(families[of].fieldOf(one), { order }))
  if (fields.length === 0) return refuse('nothing-to-do')
  return succeed({
    changes: [{ kind: 'meta', fields: Object.assign({}, ...fields) as Readonly<Record<string, number>> }],
    label: labelOfStep(view, of, key, 'moved'),
  })
}
