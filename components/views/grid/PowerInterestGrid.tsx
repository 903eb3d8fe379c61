'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, type KeyboardEvent } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { setElementFields } from '../../../lib/commands/setElementFields'
import { placeOnGrid } from '../../../lib/layout/gridPlaces'
import type { Stakeholder } from '../../../lib/model/element'
import { quadrants, type Quadrant } from '../../../lib/model/powerInterest'
import { announce } from '../../hooks/announcer'
import { useSelection } from '../../hooks/useMap'
import { useMedia } from '../../hooks/useMedia'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useSize } from '../../hooks/useSize'
import { classes } from '../../ui/classes'
import { DotHint } from '../chips/DotHint'
import { PlacedChips } from '../chips/PlacedChips'
import { useChipDrag } from '../chips/useChipDrag'
import { useChipFocus } from '../chips/useChipFocus'
import { useChipHandlers } from '../chips/useChipHandlers'
import { useChipSelection } from '../chips/useChipSelection'
import { SectorLegend } from '../SectorLegend'
import { useAddStakeholder } from '../useAddStakeholder'
import { useStakeholders } from '../useStakeholders'
import { WaitingRow } from '../WaitingRow'
import { valueAfterKey, valuesAt } from './gridValues'
import { useGridWords } from './useGridWords'

const corners: Readonly<Record<Quadrant, string>> = {
  satisfy: 'start-3 top-2.5',
  manage: 'end-3 top-2.5 text-end',
  monitor: 'start-3 bottom-2.5',
  inform: 'end-3 bottom-2.5 text-end',
}

/** Stakeholders by power and interest. Moving one says both of it; those of whom it was not said wait below. */
export function PowerInterestGrid() {
  const t = useTranslations('views.grid')
  const tActors = useTranslations('actors')
  const tDots = useTranslations('views.dots')
  const isTouch = useMedia('(pointer: coarse)')
  const run = useRun()
  const mayEdit = useMayEdit()
  const stakeholders = useStakeholders()
  const { elements: chosen } = useSelection()
  const { choose } = useChipSelection()
  const add = useAddStakeholder()
  const { tell, names } = useGridWords()
  const view = useRef<HTMLElement>(null)
  const focus = useChipFocus(view)
  const field = useRef<HTMLDivElement>(null)
  const size = useSize(field)
  const picture = useMemo(
    () => (size === undefined ? undefined : placeOnGrid(stakeholders, size, names)),
    [stakeholders, size, names],
  )
  const placed = useMemo(
    () => (picture?.placed ?? []).map((place) => ({ ...place, label: tell(place.stakeholder) })),
    [picture, tell],
  )
  const selected = useMemo(() => new Set<ElementId>(chosen), [chosen])

  const set = (stakeholder: Stakeholder, values: Partial<Pick<Stakeholder, 'power' | 'interest'>>): void => {
    const done = run(setElementFields, { ids: [stakeholder.id], fields: values })
    if (done.ok) announce(tell({ ...stakeholder, ...values }))
  }
  const { drag, press, wasDrag } = useChipDrag(field, (id, at) => {
    const stakeholder = stakeholders.find((one) => one.id === id)
    if (stakeholder === undefined || size === undefined) return
    // Let go far outside: nothing is said by that.
    const slack = 40
    if (at.x < -slack || at.y < -slack || at.x > size.width + slack || at.y > size.height + slack) return
    set(stakeholder, valuesAt(at, size))
  })
  // Whose chip had to give way: a line leads from it to where it would stand.
  const moved = placed.filter(
    ({ stakeholder: { id }, at, chip }) =>
      picture?.isDense === false && id !== drag?.id && Math.hypot(at.x - chip.x, at.y - chip.y) >= 6,
  )
  const moveByKey = (stakeholder: Stakeholder, event: KeyboardEvent): void => {
    if (!mayEdit || event.altKey || event.ctrlKey || event.metaKey) return
    const values = valueAfterKey(stakeholder, event.key, event.shiftKey)
    if (values === undefined) return
    event.preventDefault()
    set(stakeholder, values)
  }
  const { handlers, pointed } = useChipHandlers({ press, moveByKey, choose, wasDrag })
  const dragged = drag === undefined ? undefined : stakeholders.find(({ id }) => id === drag.id)
  return (
    <section
      ref={view}
      tabIndex={-1}
      aria-label={t('label')}
      className="flex min-w-0 flex-1 flex-col gap-2 outline-none max-md:overflow-y-auto"
      {...focus}
    >
      <div className="grid flex-1 grid-cols-[1.5rem_1fr] grid-rows-[1fr_auto] gap-x-2 gap-y-1">
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
          className="relative min-h-80 rounded-panel border border-hairline bg-panel"
          onDoubleClick={(event) => {
            if (!mayEdit || size === undefined || event.target !== event.currentTarget) return
            const box = event.currentTarget.getBoundingClientRect()
            add(valuesAt({ x: event.clientX - box.left, y: event.clientY - box.top }, size))
          }}
        >
          <span aria-hidden className="pointer-events-none absolute inset-x-0 top-1/2 h-px bg-hairline" />
          <span aria-hidden className="pointer-events-none absolute inset-y-0 left-1/2 w-px bg-hairline" />
          <svg aria-hidden className="pointer-events-none absolute inset-0 size-full overflow-visible stroke-muted">
            {moved.map(({ stakeholder: { id }, at, chip }) => (
              <line key={id} x1={chip.x} y1={chip.y} x2={at.x} y2={at.y} strokeWidth={1} />
            ))}
          </svg>
          {quadrants.map((quadrant) => (
            <span
              key={quadrant}
              className={classes(
                // No line runs through it.
                'pointer-events-none absolute -m-1 max-w-[46%] rounded-button bg-panel p-1 text-body font-semibold',
                corners[quadrant],
                picture?.isDense === true ? 'text-ink' : 'text-muted',
              )}
            >
              {picture?.isDense === true
                ? t('quadrant', { name: names[quadrant], count: picture.counts.get(quadrant) ?? 0 })
                : names[quadrant]}
            </span>
          ))}
          {/* Over the names, which end where these begin. */}
          <svg aria-hidden className="pointer-events-none absolute inset-0 size-full overflow-visible stroke-muted">
            {moved.map(({ stakeholder: { id }, at }) => (
              <circle key={id} cx={at.x} cy={at.y} r={3} className="fill-panel" strokeWidth={1.5} />
            ))}
          </svg>
          {picture === undefined || size === undefined ? null : (
            <PlacedChips
              placed={placed}
              field={size}
              look={picture.look}
              isDense={picture.isDense}
              selected={selected}
              mayEdit={mayEdit}
              handlers={handlers}
              pointed={pointed}
              drag={drag}
              dragged={dragged && { stakeholder: dragged, label: tell(dragged) }}
            />
          )}
        </div>
        <div className="col-start-2 flex items-center justify-between text-second text-muted" dir="ltr">
          <span>{t('low')}</span>
          <span className="font-semibold text-ink">{t('interest')}</span>
          <span>{t('high')}</span>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 ps-8">
        <WaitingRow
          waiting={
            picture && { list: picture.waiting, dragged: drag?.id, look: picture.look, tell: tell, selected, handlers }
          }
        />
        {/* In this row it takes no room from the field, in which there might be room for all names then. */}
        {placed.some(({ isShort }) => isShort) ? (
          <p className="ms-auto text-meta text-muted">{tDots(isTouch ? 'initialsTouch' : 'initials')}</p>
        ) : null}
      </div>
      <SectorLegend sectors={[...new Set(stakeholders.flatMap(({ sector }) => sector ?? []))]} />
      {picture?.isDense === true ? <DotHint /> : null}
      <p className="text-center text-meta text-muted">{`${tActors('gridCut')} ${t('caution')}`}</p>
    </section>
  )
}
