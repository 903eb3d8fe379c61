'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { MicmacField } from '../../../lib/analysis/micmac'
import type { ElementId } from '../../../lib/base/ids'
import type { MapElement } from '../../../lib/model/element'
import type { VariableActs } from './useVariableActs'

const fieldOrder: readonly MicmacField[] = ['driving', 'relay', 'dependent', 'autonomous']
/** Names shown of each field; the table has them all. */
const mostNames = 24

/** The chart in words: which variables stand in which field. */
export function FieldLists({
  variables,
  fields,
  elements,
  acts,
}: {
  readonly variables: readonly ElementId[]
  readonly fields: readonly MicmacField[]
  readonly elements: ReadonlyMap<ElementId, MapElement>
  readonly acts: VariableActs
}) {
  const t = useTranslations('leverage')
  const members = useMemo(() => {
    const lists: Record<MicmacField, ElementId[]> = { driving: [], relay: [], dependent: [], autonomous: [] }
    for (const [at, id] of variables.entries()) {
      const field = fields[at]
      if (field !== undefined) lists[field].push(id)
    }
    return lists
  }, [variables, fields])
  return (
    <section aria-label={t('chart.listed')} className="flex flex-col gap-3 pt-1">
      {fieldOrder.map((field) => (
        <div key={field}>
          <h3 className="text-second">
            <span className="font-semibold">{t(`fields.${field}`)}</span>{' '}
            <span className="text-muted tabular-nums">
              {t(`fieldMeanings.${field}`)} · {members[field].length}
            </span>
          </h3>
          {members[field].length === 0 ? null : (
            <ul className="flex flex-wrap gap-1 pt-1" onPointerLeave={() => acts.light([])}>
              {members[field].slice(0, mostNames).map((id) => (
                <NameChip key={id} name={elements.get(id)?.label ?? ''} id={id} acts={acts} />
              ))}
              {members[field].length > mostNames ? (
                <li className="px-1 py-1 text-meta text-muted">
                  {t('chart.more', { count: members[field].length - mostNames })}
                </li>
              ) : null}
            </ul>
          )}
        </div>
      ))}
    </section>
  )
}

/** A name that lights its element on the map and selects it. */
export function NameChip({
  id,
  name,
  acts,
}: {
  readonly id: ElementId
  readonly name: string
  readonly acts: VariableActs
}) {
  const t = useTranslations('leverage.table')
  return (
    <li className="max-w-full">
      <button
        type="button"
        dir="auto"
        onPointerEnter={() => acts.light([id])}
        onFocus={() => acts.light([id])}
        onBlur={() => acts.light([])}
        onClick={() => acts.choose([id])}
        className="block max-w-full truncate rounded-button bg-hover px-2 py-1 text-meta hover:bg-pressed pointer-coarse:min-h-11 pointer-coarse:px-3"
      >
        {name === '' ? t('unnamed') : name}
      </button>
    </li>
  )
}
