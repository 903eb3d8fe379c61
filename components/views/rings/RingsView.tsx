'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { placeElements } from '../../../lib/commands/placeElements'
import {
  fitRings,
  freeAngle,
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
import { useMedia } from '../../hooks/useMedia'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useWorkspace } from '../../hooks/EditorProvider'
import { useSelection, useView } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { useSectorName } from '../../hooks/useSectors'
import { useSize } from '../../hooks/useSize'
import { Switch } from '../../ui/Switch'
import { DotHint } from '../chips/DotHint'
import { PlacedChips } from '../chips/PlacedChips'
import { useChipDrag } from '../chips/useChipDrag'
import { useChipFocus } from '../chips/useChipFocus'
import { useChipHandlers } from '../chips/useChipHandlers'
import { useChipSelection } from '../chips/useChipSelection'
import { SectorLegend } from '../SectorLegend'
import { useStakeholders } from '../useStakeholders'
import { viewMemory } from '../viewMemory'
import { WaitingRow } from '../WaitingRow'
import { isQuestionCut, linesOfQuestion, placeInRings, questionSize } from '../../../lib/layout/ringChips'
import { RingField } from './RingField'
import { RingNames } from './RingNames'
import { useRingNames } from './useRingNames'

/** How far an arrow key goes round, in radians. */
const turn = Math.PI / 18

/** Stakeholders in rings around the question of the map: the nearer, the more involved. */
export function RingsView() {
  const t = useTranslations('views.rings')
  const tDots = useTranslations('views.dots')
  const isTouch = useMedia('(pointer: coarse)')
  const run = useRun()
  const mayEdit = useMayEdit()
  const stakeholders = useStakeholders()
  const { elements: chosen } = useSelection()
  const { choose } = useChipSelection()
  const sectorName = useSectorName()
  const selected = useMemo(() => new Set<ElementId>(chosen), [chosen])
  const title = useView((view) => view.meta.title)
  const positions = useView((view) => view.positions.get(ringsView))
  const names = useRingNames()
  const workspace = useWorkspace()
  const [bySector, setBySector] = useState(() => viewMemory(workspace).bySector ?? false)
  const view = useRef<HTMLElement>(null)
  const focus = useChipFocus(view)
  const field = useRef<HTMLDivElement>(null)
  const size = useSize(field)
  const tell = useCallback(
    (name: string, seat: RingSeat | undefined): string =>
      seat === undefined ? t('waitingName', { name }) : t('placedName', { name, ring: names[seat.ring] ?? '' }),
    [t, names],
  )
  const tellWaiting = ({ label }: Stakeholder): string => tell(label, undefined)
  const words = useMemo(
    () => ({ rings: names, sector: (sector: string) => (sector === '' ? t('noSector') : sectorName(sector)) }),
    [names, sectorName, t],
  )
  const picture = useMemo(
    () => (size === undefined ? undefined : placeInRings(stakeholders, positions, size, words, bySector)),
    [stakeholders, positions, size, words, bySector],
  )
  const placed = useMemo(
    () => (picture?.placed ?? []).map((place) => ({ ...place, label: tell(place.stakeholder.label, place.seat) })),
    [picture, tell],
  )
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
  const moveByKey = (stakeholder: Stakeholder, event: KeyboardEvent): void => {
    if (!mayEdit || event.altKey || event.ctrlKey || event.metaKey) return
    const now = placed.find((place) => place.stakeholder.id === stakeholder.id)?.seat
    const { ring, angle } = now ?? { ring: ringCount, angle: freeAngle(placed.map((place) => place.seat.angle)) }
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
  const { handlers, pointed } = useChipHandlers({ press, moveByKey, choose, wasDrag })
  const dragged = drag === undefined ? undefined : stakeholders.find(({ id }) => id === drag.id)
  const fit = size === undefined ? undefined : fitRings(size)
  const question = fit === undefined ? undefined : questionSize(fit)
  const centre = fit === undefined ? undefined : toField(fit, { x: 0, y: 0 })
  return (
    <section
      ref={view}
      tabIndex={-1}
      aria-label={t('label')}
      className="flex min-w-0 flex-1 flex-col gap-2 outline-none max-md:overflow-y-auto"
      {...focus}
    >
      <div ref={field} dir="ltr" role="group" aria-label={t('field')} className="relative min-h-80 flex-1">
        {size === undefined || picture === undefined ? null : (
          <RingField
            size={size}
            wedges={picture.wedges}
            placed={picture.isDense ? [] : picture.placed.filter(({ stakeholder: { id } }) => id !== drag?.id)}
          />
        )}
        {centre === undefined || question === undefined ? null : (
          <p
            dir="auto"
            className="pointer-events-none absolute z-10 line-clamp-3 -translate-1/2 rounded-card bg-panel/80 text-center text-second font-semibold wrap-break-word text-ink max-md:text-meta"
            // No more lines than have room: chips stand right beside it.
            style={{ left: centre.x, top: centre.y, width: question.width, WebkitLineClamp: linesOfQuestion(question) }}
          >
            {title}
          </p>
        )}
        {fit === undefined ? null : <RingNames fit={fit} names={names} />}
        {picture?.wedges.map(({ group }, index) => {
          const name = picture.wedgeNames[index]
          return name === undefined ? null : (
            <span
              key={group}
              dir="auto"
              className="pointer-events-none absolute z-10 -translate-1/2 truncate rounded-button bg-panel/70 text-center text-meta font-semibold text-muted"
              style={{ left: name.x, top: name.y, maxWidth: name.width }}
            >
              {name.text}
            </span>
          )
        })}
        {size === undefined || picture === undefined ? null : (
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
            dragged={dragged && { stakeholder: dragged, label: tell(dragged.label, undefined) }}
          />
        )}
      </div>
      {/* Whole where the middle has no room for all of it; it is read aloud there. */}
      {question !== undefined && isQuestionCut(title, question) ? (
        <p aria-hidden dir="auto" className="px-2 text-center text-second font-semibold wrap-break-word text-ink">
          {title}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 ps-2">
        <div className="shrink-0 pe-4">
          <Switch
            label={t('bySector')}
            checked={bySector}
            onChange={(isOn) => {
              viewMemory(workspace).bySector = isOn
              setBySector(isOn)
            }}
          />
        </div>
        <WaitingRow
          waiting={
            picture && {
              list: picture.waiting,
              dragged: drag?.id,
              look: picture.look,
              tell: tellWaiting,
              selected,
              handlers,
            }
          }
        />
        {/* In this row it takes no room from the field, in which there might be room for all names then. */}
        {placed.some(({ isShort }) => isShort) ? (
          <p className="ms-auto text-meta text-muted">{tDots(isTouch ? 'initialsTouch' : 'initials')}</p>
        ) : null}
      </div>
      <SectorLegend sectors={[...new Set(stakeholders.flatMap(({ sector }) => sector ?? []))]} />
      {picture?.isDense === true ? <DotHint /> : null}
    </section>
  )
}
