'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useMemo } from 'react'
import type { CausalGraph } from '../../../lib/analysis/causalGraph'
import { conflictSides, findConflicts, type ContributionConflict } from '../../../lib/analysis/contributionConflicts'
import type { Contribution } from '../../../lib/analysis/contributions'
import { useEditor } from '../../hooks/EditorProvider'
import { useView } from '../../hooks/useMap'
import { isolated } from '../analysis/isolated'
import { Section } from '../inspector/PanelFrame'

const most = 3
/** Of the variables that follow so many are named. */
const mostAfter = 4

/** Where other contributions work against this one, at which variable; nothing where none does. */
export function ConflictNotes({
  graph,
  contribution,
  all,
}: {
  readonly graph: CausalGraph
  readonly contribution: Contribution
  readonly all: readonly Contribution[]
}) {
  const t = useTranslations('contributions.conflict')
  const tName = useTranslations('panels.inspector')
  const editor = useEditor()
  const elements = useView((view) => view.elements)
  const { id } = contribution.action
  const sideOf = (one: ContributionConflict) => conflictSides.find((side) => one[side].includes(id))
  const conflicts = useMemo(() => findConflicts(graph, all), [graph, all])
  const own = conflicts.filter((one) => sideOf(one) !== undefined)
  if (own.length === 0) return null
  const nameOf = (one: typeof id): string => {
    const label = elements.get(one)?.label ?? ''
    return label === '' ? tName('unnamed') : label
  }
  return (
    <Section title={t('label')}>
      <ul className="flex flex-col gap-2">
        {own.slice(0, most).map((one) => {
          const { variable, isDirect, after } = one
          const isAimed = isDirect && contribution.aims.some(({ target }) => target === variable)
          const sides = conflictSides.filter((side) => side !== sideOf(one) && one[side].length > 0)
          return (
            <li key={variable} className="flex flex-col gap-0.5">
              {sides.map((side) => (
                <Fragment key={side}>
                  <p className="text-second font-medium text-warn">
                    {t.rich(side === 'hold' ? 'held' : isAimed ? 'direct' : 'reached', {
                      ...{ count: one[side].length, variable: nameOf(variable), side },
                      name: isolated,
                    })}
                  </p>
                  <ul className="-mx-2">
                    {one[side].map((other) => (
                      <li key={other}>
                        <button
                          type="button"
                          dir="auto"
                          onClick={() => editor.select({ elements: [other], links: [] })}
                          className="min-h-8 w-full truncate rounded-button px-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
                        >
                          {nameOf(other)}
                        </button>
                      </li>
                    ))}
                  </ul>
                </Fragment>
              ))}
              {after.length === 0 ? null : (
                <p className="text-meta text-muted" dir="auto">
                  {t('after', {
                    names: after.slice(0, mostAfter).map(nameOf).join(', '),
                    count: Math.max(0, after.length - mostAfter),
                  })}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {own.length > most ? <p className="text-meta text-muted">{t('more', { count: own.length - most })}</p> : null}
    </Section>
  )
}
