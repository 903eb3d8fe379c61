'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { placeElements } from '../../../lib/commands/placeElements'
import type { Point } from '../../../lib/geometry/rect'
import {
  fitRings,
  fromField,
  isInRings,
  pointOfSeat,
  ringCount,
  ringsView,
  seatAt,
  toField,
  type RingSeat,
} from '../../../lib/layout/rings'
import type { Stakeholder } from '../../../lib/model/element'
import { announce } from '../../hooks/announcer'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { useSize } from '../../hooks/useSize'
import { Switch } from '../../ui/Switch'
import { chipLookFor } from '../chips/chipSize'
import { StakeholderChip } from '../chips/StakeholderChip'
import { useChipDrag } from '../chips/useChipDrag'
import { useChipSelection } from '../chips/useChipSelection'
import { SectorLegend } from '../SectorLegend'
import { useStakeholders } from '../useStakeholders'
import { WaitingRow } from '../WaitingRow'
import { placeInRings, questionSize } from './ringChips'
import { RingField } from './RingField'
import { RingNames } from './RingNames'
import { useRingNames } from './useRingNames'

/** How far an arrow key goes round, in radians. */
const turn = Math.PI / 18

/** Stakeholders in rings around the question of the map: the nearer, the more involved. */
export function RingsView() {
  const t = useTranslations('views.rings')
  const run = useRun()
  const mayEdit = useMayEdit()
  const stakeholders = useStakeholders()
  const selection = useChipSelection()
  const title = useView((view) => view.meta.title)
  const positions = useView((view) => view.positions.get(ringsView))
  const names = useRingNames()
  const [bySector, setBySector] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const size = useSize(field)
  const { look, placed, waiting, wedges } = useMemo(
    () =>
      size === undefined
        ? { look: chipLookFor(0), placed: [], waiting: [], wedges: [] }
        : placeInRings(stakeholders, positions, size, bySector),
    [stakeholders, positions, size, bySector],
  )
  const tell = (name: string, seat: RingSeat | undefined): string =>
    seat === undefined ? t('waitingName', { name }) : t('placedName', { name, ring: names[seat.ring] ?? '' })
  const seat = ({ id, label }: Stakeholder, where: RingSeat): void => {
    const done = run(placeElements, { view: ringsView, positions: new Map([[id, pointOfSeat(where)]]) })
    if (done.ok) announce(tell(label, where))
  }
  const { drag, press, wasDrag } = useChipDrag(field, (id, at) => {
    const stakeholder = stakeholders.find((one) => one.id === id)
    if (stakeholder === undefined || size === undefined) return
    const point = fromField(fitRings(size), at)
    if (isInRings(point)) seat(stakeholder, seatAt(point))
  })
  const moveByKey = (stakeholder: Stakeholder, now: RingSeat | undefined, event: KeyboardEvent): void => {
    if (!mayEdit || event.altKey || event.ctrlKey || event.metaKey) return
    const { ring, angle } = now ?? { ring: ringCount, angle: -Math.PI / 2 }
    const next: Readonly<Record<string, RingSeat>> = {
      ArrowUp: { ring: Math.max(0, ring - 1), angle },
      ArrowDown: { ring: Math.min(ringCount - 1, ring + 1), angle },
      ArrowLeft: { ring: Math.min(ringCount - 1, ring), angle: angle - turn },
      ArrowRight: { ring: Math.min(ringCount - 1, ring), angle: angle + turn },
    }
    const wanted = next[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    seat(stakeholder, wanted)
  }
  const chip = (stakeholder: Stakeholder, now?: RingSeat, at?: Point, isLifted = false) => {
    const isMovable = mayEdit && stakeholder.locked !== true
    return (
      <StakeholderChip
        key={stakeholder.id}
        stakeholder={stakeholder}
        look={look}
        label={tell(stakeholder.label, now)}
        selected={selection.has(stakeholder.id)}
        movable={isMovable}
        at={at}
        lifted={isLifted}
        onPointerDown={(event) => {
          if (isMovable) press(stakeholder.id, event)
        }}
        onKeyDown={(event) => moveByKey(stakeholder, now, event)}
        onSelect={(event) => {
          if (!wasDrag()) selection.choose(stakeholder.id, event.shiftKey)
        }}
      />
    )
  }
  const dragged = drag === undefined ? undefined : stakeholders.find(({ id }) => id === drag.id)
  const fit = size === undefined ? undefined : fitRings(size)
  const centre = fit === undefined ? undefined : toField(fit, { x: 0, y: 0 })
  return (
    <section aria-label={t('label')} className="flex min-w-0 flex-1 flex-col gap-2">
      <div ref={field} dir="ltr" role="group" aria-label={t('field')} className="relative min-h-80 flex-1">
        {size === undefined ? null : <RingField size={size} wedges={wedges} placed={placed} />}
        {centre === undefined || fit === undefined ? null : (
          <p
            dir="auto"
            className="absolute line-clamp-3 -translate-1/2 text-center text-second font-semibold text-ink"
            style={{ left: centre.x, top: centre.y, width: questionSize(fit).width }}
          >
            {title}
          </p>
        )}
        {fit === undefined ? null : <RingNames fit={fit} names={names} />}
        {placed.map(({ stakeholder, seat: now, chip: place }) =>
          stakeholder.id === drag?.id ? null : chip(stakeholder, now, place),
        )}
        {dragged === undefined || drag === undefined ? null : chip(dragged, undefined, drag.at, true)}
      </div>
      <div className="flex flex-wrap items-center gap-2 ps-2">
        <div className="shrink-0 pe-4">
          <Switch label={t('bySector')} checked={bySector} onChange={setBySector} />
        </div>
        <WaitingRow count={waiting.length}>
          {waiting.filter(({ id }) => id !== drag?.id).map((stakeholder) => chip(stakeholder))}
        </WaitingRow>
      </div>
      <SectorLegend sectors={[...new Set(stakeholders.flatMap(({ sector }) => sector ?? []))]} />
    </section>
  )
}
