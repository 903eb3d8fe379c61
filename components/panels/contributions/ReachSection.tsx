'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { toCausalGraph } from '../../../lib/analysis/causalGraph'
import { reachOf, type Contribution, type Reached } from '../../../lib/analysis/contributions'
import { waysOf } from '../../../lib/analysis/contributionWays'
import type { ElementId } from '../../../lib/base/ids'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useElement, useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { useRowList, type RowStop } from '../analysis/useRowList'
import { Section } from '../inspector/PanelFrame'
import { ConflictNotes } from './ConflictNotes'
import { EffectMark } from './EffectMark'
import { TouchedLoops } from './TouchedLoops'
import { useLight } from './useLight'

const firstShown = 8

/** What a contribution comes to: downstream variables, loops it touches, and what works against it. */
export function ReachSection({
  contribution,
  all,
}: {
  readonly contribution: Contribution
  readonly all: readonly Contribution[]
}) {
  const t = useTranslations('contributions.reach')
  const workspace = useWorkspace()
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const graph = useMemo(() => toCausalGraph({ elements, links }), [elements, links])
  const reached = useMemo(() => reachOf(graph, contribution), [graph, contribution])
  const downstream = reached.filter(({ steps }) => steps > 0)
  const [shown, setShown] = useState(firstShown)
  const rows = downstream.slice(0, shown)
  const { lit, list, row } = useRowList(rows.map(({ variable }) => variable))
  const light = useMemo(
    () => (lit === undefined ? undefined : waysOf(graph, contribution, lit as ElementId)),
    [graph, contribution, lit],
  )
  useLight(light)
  const { action, aims } = contribution
  const showAll = (): void => {
    const ways = waysOf(graph, contribution)
    workspace.update({ spotlight: { name: t('lit', { name: action.label }), about: `reach:${action.id}`, ...ways } })
    workspace.get().camera?.revealWhole?.([...ways.elements])
  }
  return (
    <>
      <ConflictNotes graph={graph} contribution={contribution} all={all} />
      <Section
        title={t('label')}
        aside={
          downstream.length === 0 ? null : (
            <span className="text-meta text-muted">{t('count', { count: downstream.length })}</span>
          )
        }
      >
        {downstream.length > 0 ? (
          <>
            <p className="text-meta text-muted">{t('how')}</p>
            <ul {...list} className="-mx-2 -my-1">
              {rows.map((one) => (
                <ReachedRow key={one.variable} reached={one} stop={row(one.variable)} />
              ))}
            </ul>
            <p className="text-meta text-muted">{t('signs')}</p>
            <div className="flex flex-wrap gap-2">
              {downstream.length > shown ? (
                <Button size="small" variant="quiet" onClick={() => setShown(downstream.length)}>
                  {t('more', { count: downstream.length - shown })}
                </Button>
              ) : null}
              <Button size="small" onClick={showAll}>
                {t('show')}
              </Button>
            </div>
          </>
        ) : (
          <p className="text-second text-muted">
            {t(aims.length === 0 ? 'noAims' : reached.length === 0 ? 'onlyHolds' : 'nothing')}
          </p>
        )}
      </Section>
      {aims.length === 0 ? null : <TouchedLoops contribution={contribution} />}
    </>
  )
}

function ReachedRow({
  reached: { variable, effect, steps },
  stop,
}: {
  readonly reached: Reached
  readonly stop: RowStop
}) {
  const t = useTranslations('contributions.reach')
  const tName = useTranslations('panels.inspector')
  const editor = useEditor()
  const label = useElement(variable)?.label ?? ''
  const name = label === '' ? tName('unnamed') : label
  return (
    <li>
      <button
        type="button"
        {...stop}
        aria-label={t('row', { name, effect, steps })}
        onClick={() => editor.select({ elements: [variable], links: [] })}
        className="flex min-h-8 w-full items-center gap-1.5 rounded-button px-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
      >
        <EffectMark effect={effect} />
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {name}
        </span>
        <span className="shrink-0 text-second text-muted">{t(`words.${effect}`)}</span>
      </button>
    </li>
  )
}
