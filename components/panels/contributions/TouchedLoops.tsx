'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo } from 'react'
import { touchedLoops, type Contribution } from '../../../lib/analysis/contributions'
import { canListAll, fewLoops } from '../../../lib/analysis/loopSet'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useLoops } from '../../hooks/useLoops'
import { useView } from '../../hooks/useMap'
import { useRowList } from '../analysis/useRowList'
import { useWay } from '../analysis/Way'
import { Section } from '../inspector/PanelFrame'
import { LoopTag } from '../loops/LoopTag'
import type { NumberedLoop } from '../../../lib/analysis/loop'
import type { RowStop } from '../analysis/useRowList'
import { useLight } from './useLight'

const most = 12

/** The loops that pass what a contribution is aimed at, by their names or tags; one that is looked at stands alone on the map. */
export function TouchedLoops({ contribution }: { readonly contribution: Contribution }) {
  const t = useTranslations('contributions.reach')
  const { set, searching, loadAll } = useLoops()
  const isShort = set !== undefined && !searching && !set.complete
  const asksAll = isShort && canListAll(set) && set.counted.total <= fewLoops
  useEffect(() => {
    if (asksAll) loadAll()
  }, [asksAll, loadAll])
  const touched = useMemo(() => touchedLoops(set?.loops ?? [], contribution), [set, contribution])
  const rows = touched.slice(0, most)
  const { lit, list, row } = useRowList(rows.map(({ key }) => key))
  const light = useMemo(() => {
    const loop = set?.loops.find(({ key }) => key === lit)
    return loop && { elements: new Set(loop.variables), links: new Set(loop.links) }
  }, [set, lit])
  useLight(light)
  return (
    <Section title={t('loops')}>
      {set === undefined || touched.length === 0 ? (
        <p className="text-second text-muted">{t(set === undefined || asksAll ? 'searching' : 'noLoops')}</p>
      ) : (
        <ul {...list} className="-mx-2 -my-1">
          {rows.map((one) => (
            <LoopLine key={one.key} loop={one} stop={row(one.key)} />
          ))}
        </ul>
      )}
      {touched.length > most ? (
        <p className="text-meta text-muted">{t('moreLoops', { count: touched.length - most })}</p>
      ) : null}
      {isShort && !asksAll ? <p className="text-meta text-muted">{t('longLoops')}</p> : null}
    </Section>
  )
}

function LoopLine({ loop, stop }: { readonly loop: NumberedLoop; readonly stop: RowStop }) {
  const t = useTranslations('contributions.reach')
  const workspace = useWorkspace()
  const name = useView((view) => view.loops.get(loop.key)?.name ?? '')
  const way = useWay(loop.variables)
  return (
    <li>
      <button
        type="button"
        {...stop}
        aria-label={t('loop', { tag: loop.tag, named: name === '' ? 'no' : 'yes', name })}
        onClick={() => workspace.update({ panel: 'loops', loop: loop.key })}
        className="flex min-h-9 w-full items-center gap-2 rounded-button px-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
      >
        <LoopTag loop={loop} />
        <span className={name === '' ? 'min-w-0 flex-1 truncate text-muted' : 'min-w-0 flex-1 truncate'} dir="auto">
          {name === '' ? way : name}
        </span>
      </button>
    </li>
  )
}
