'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, type KeyboardEvent } from 'react'
import { setElementFields } from '../../../lib/commands/setElementFields'
import type { Stakeholder } from '../../../lib/model/element'
import { findQuadrant, quadrants, type Quadrant } from '../../../lib/model/powerInterest'
import { announce } from '../../hooks/announcer'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useSize } from '../../hooks/useSize'
import { classes } from '../../ui/classes'
import { SectorLegend } from '../SectorLegend'
import { useStakeholders } from '../useStakeholders'
import { WaitingRow } from '../WaitingRow'
import { chipLookFor } from '../chips/chipSize'
import { StakeholderChip } from '../chips/StakeholderChip'
import { placeOnGrid, toShare, valuesAt } from './gridPlaces'
import { useChipDrag } from '../chips/useChipDrag'
import { useChipSelection } from '../chips/useChipSelection'
import { useAddStakeholder } from '../useAddStakeholder'

const corners: Readonly<Record<Quadrant, string>> = {
  satisfy: 'start-3 top-2.5',
  manage: 'end-3 top-2.5 text-end',
  monitor: 'start-3 bottom-2.5',
  inform: 'end-3 bottom-2.5 text-end',
}

/** How far an arrow key moves a chip; with Shift a fifth of it. */
const step = 0.05
const fineStep = 0.01
const arrows: Readonly<Record<string, { readonly interest: number; readonly power: number }>> = {
  ArrowLeft: { interest: -1, power: 0 },
  ArrowRight: { interest: 1, power: 0 },
  ArrowUp: { interest: 0, power: 1 },
  ArrowDown: { interest: 0, power: -1 },
}

/** Stakeholders by power and interest. Moving one says both of it; those of whom it was not said wait below. */
export function PowerInterestGrid() {
  const t = useTranslations('views.grid')
  const tQuadrant = useTranslations('actors.quadrants')
  const run = useRun()
  const mayEdit = useMayEdit()
  const stakeholders = useStakeholders()
  const selection = useChipSelection()
  const add = useAddStakeholder()
  const field = useRef<HTMLDivElement>(null)
  const size = useSize(field)
  const { look, placed, waiting } = useMemo(
    () => (size === undefined ? { look: chipLookFor(0), placed: [], waiting: [] } : placeOnGrid(stakeholders, size)),
    [stakeholders, size],
  )

  const set = (stakeholder: Stakeholder, values: { readonly power: number; readonly interest: number }): void => {
    const done = run(setElementFields, { ids: [stakeholder.id], fields: values })
    if (done.ok) announce(tell({ ...stakeholder, ...values }))
  }
  const tell = (stakeholder: Stakeholder): string => {
    const quadrant = findQuadrant(stakeholder)
    if (quadrant === undefined) return t('waitingName', { name: stakeholder.label })
    return t('placedName', {
      name: stakeholder.label,
      power: stakeholder.power ?? 0,
      interest: stakeholder.interest ?? 0,
      quadrant: tQuadrant(quadrant),
    })
  }
  const { drag, press, wasDrag } = useChipDrag(field, (id, at) => {
    const stakeholder = stakeholders.find((one) => one.id === id)
    if (stakeholder === undefined || size === undefined) return
    // Let go far outside: nothing is said by that.
    const slack = 40
    if (at.x < -slack || at.y < -slack || at.x > size.width + slack || at.y > size.height + slack) return
    set(stakeholder, valuesAt(at, size))
  })
  const moveByKey = (stakeholder: Stakeholder, event: KeyboardEvent): void => {
    const arrow = arrows[event.key]
    if (arrow === undefined || !mayEdit || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const far = event.shiftKey ? fineStep : step
    const { power = 0.5, interest = 0.5 } = stakeholder
    set(stakeholder, { power: toShare(power + arrow.power * far), interest: toShare(interest + arrow.interest * far) })
  }
  const chip = (stakeholder: Stakeholder, at?: { readonly x: number; readonly y: number }, isLifted = false) => (
    <StakeholderChip
      key={stakeholder.id}
      stakeholder={stakeholder}
      look={look}
      label={tell(stakeholder)}
      selected={selection.has(stakeholder.id)}
      movable={mayEdit && stakeholder.locked !== true}
      at={at}
      lifted={isLifted}
      onPointerDown={(event) => {
        if (mayEdit && stakeholder.locked !== true) press(stakeholder.id, event)
      }}
      onKeyDown={(event) => moveByKey(stakeholder, event)}
      onSelect={(event) => {
        if (!wasDrag()) selection.choose(stakeholder.id, event.shiftKey)
      }}
    />
  )
  const dragged = drag === undefined ? undefined : stakeholders.find(({ id }) => id === drag.id)
  return (
    <section aria-label={t('label')} className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="grid min-h-0 flex-1 grid-cols-[1.5rem_1fr] grid-rows-[1fr_auto] gap-x-2 gap-y-1">
        <div className="flex rotate-180 items-center justify-between text-second text-muted [writing-mode:vertical-rl]">
          <span>{t('low')}</span>
          <span className="font-semibold text-ink">{t('power')}</span>
          <span>{t('high')}</span>
        </div>
        <div
          ref={field}
          dir="ltr"
          role="group"
          aria-label={t('field')}
          className="relative min-h-60 rounded-panel border border-hairline bg-panel"
          onDoubleClick={(event) => {
            if (!mayEdit || size === undefined || event.target !== event.currentTarget) return
            const box = event.currentTarget.getBoundingClientRect()
            add(valuesAt({ x: event.clientX - box.left, y: event.clientY - box.top }, size))
          }}
        >
          <span aria-hidden className="pointer-events-none absolute inset-x-0 top-1/2 h-px bg-hairline" />
          <span aria-hidden className="pointer-events-none absolute inset-y-0 left-1/2 w-px bg-hairline" />
          {quadrants.map((quadrant) => (
            <span
              key={quadrant}
              className={classes(
                'pointer-events-none absolute max-w-[46%] text-body font-semibold text-muted',
                corners[quadrant],
              )}
            >
              {tQuadrant(quadrant)}
            </span>
          ))}
          <svg aria-hidden className="pointer-events-none absolute inset-0 size-full overflow-visible">
            {placed.map(({ stakeholder, at, chip: place }) =>
              stakeholder.id === drag?.id || Math.hypot(at.x - place.x, at.y - place.y) < 6 ? null : (
                <g key={stakeholder.id} className="stroke-muted">
                  <line x1={place.x} y1={place.y} x2={at.x} y2={at.y} strokeWidth={1} />
                  <circle cx={at.x} cy={at.y} r={3} className="fill-panel" strokeWidth={1.5} />
                </g>
              ),
            )}
          </svg>
          {placed.map(({ stakeholder, chip: place }) =>
            stakeholder.id === drag?.id ? null : chip(stakeholder, place),
          )}
          {dragged === undefined || drag === undefined ? null : chip(dragged, drag.at, true)}
        </div>
        <div className="col-start-2 flex items-center justify-between text-second text-muted" dir="ltr">
          <span>{t('low')}</span>
          <span className="font-semibold text-ink">{t('interest')}</span>
          <span>{t('high')}</span>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 ps-8">
        <WaitingRow count={waiting.length}>
          {waiting.filter(({ id }) => id !== drag?.id).map((stakeholder) => chip(stakeholder))}
        </WaitingRow>
      </div>
      <SectorLegend sectors={[...new Set(stakeholders.flatMap(({ sector }) => sector ?? []))]} />
      <p className="text-center text-meta text-muted">{t('caution')}</p>
    </section>
  )
}
