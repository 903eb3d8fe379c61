'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import type { Stakeholder } from '../../../lib/model/element'
import type { MapView } from '../../../lib/model/mapView'
import { isKnownTieType } from '../../../lib/model/tie'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelection, useView } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useObservable } from '../../hooks/useObservable'
import { useSectors } from '../../hooks/useSectors'
import { useTieName, useTieTypes } from '../../hooks/useTieTypes'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useShown } from '../paths/useShown'
import { openAsked } from './asked'
import { InventoryAnswers } from './InventoryAnswers'
import { groupBySector, nextOf, tiesOfType } from './inventoryRows'
import { SubjectPicker } from './SubjectPicker'

/** "Who gives money to whom?": one kind of tie at a time, one stakeholder after another. */
export function InventoryPanel({ onShow }: { readonly onShow?: (() => void) | undefined }) {
  const t = useTranslations('inventory')
  const tOwn = useTranslations('sectors.edit')
  const editor = useEditor()
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  const elements = useView((view) => view.elements)
  const links = useView((view) => view.links)
  const sectors = useSectors()
  const types = useTieTypes()
  const nameOf = useTieName()
  const [chosenType, setType] = useState<string>()
  const kinds = types.offered.map(({ key }) => key)
  const type = chosenType !== undefined && kinds.includes(chosenType) ? chosenType : (kinds[0] ?? '')
  const [store] = useState(() => openAsked(editor.mapId, browserStorage()))
  const askedOf = useObservable(store)[type]
  const asked = useMemo(() => new Set(askedOf), [askedOf])
  const groups = useMemo(() => groupBySector({ elements }, sectors), [elements, sectors])
  const everybody = useMemo(() => groups.flatMap(({ members }) => members), [groups])
  const byId = useMemo(() => new Map(everybody.map((one) => [one.id, one])), [everybody])
  const ids = useMemo(() => [...byId.keys()], [byId])
  const [chosen, setChosen] = useState<ElementId>()
  const subjectId = chosen !== undefined && byId.has(chosen) ? chosen : (ids.find((id) => !asked.has(id)) ?? ids[0])
  const subject = subjectId === undefined ? undefined : byId.get(subjectId)
  useChosenOnMap(setChosen, byId)

  const ties = useTies(links, type)
  const kindName = nameOf(type)
  const light = useMemo(
    () => ({ name: kindName, elements: new Set(ids), links: new Set(ties.keys()) }),
    [kindName, ids, ties],
  )
  useShown(light, onShow)
  useEffect(() => {
    workspace.update({ pointed: subjectId === undefined ? undefined : [subjectId] })
    // On a phone the panel is over the whole map.
    if (subjectId !== undefined && onShow === undefined) workspace.get().camera?.reveal?.([subjectId])
    return () => workspace.update({ pointed: undefined })
  }, [workspace, subjectId, onShow])

  // Who opened it works in it next; a sheet of a phone sees to that itself.
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (onShow === undefined) box.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [onShow])

  if (subject === undefined || everybody.length < 2) {
    return <p className="px-4 pb-4 text-body text-muted">{t('few')}</p>
  }
  const words = (of: 'kinds' | 'questions', key: string): string => {
    const look = types.of(key)
    const name = subject.label.trim() === '' ? t('unnamed') : subject.label
    if (isKnownTieType(key) && look.name === undefined) return t(`${of}.${key}`, { name })
    return t(`${of}.${look.way === 'one-way' ? 'oneWay' : 'mutual'}`, { name, type: nameOf(key) })
  }
  const askedHere = ids.filter((id) => asked.has(id)).length
  const go = (step: 1 | -1): void => setChosen(nextOf(ids, subject.id, step))
  const next = (): void => {
    store.note(type, subject.id)
    go(1)
  }
  const following = kinds[kinds.indexOf(type) + 1]
  const isDone = askedHere === ids.length
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-3 px-4 pb-3">
        <Field label={t('kind')}>
          {({ id }) => (
            <Select
              id={id}
              value={type}
              onChange={(value) => {
                setType(value)
                setChosen(undefined)
              }}
              options={kinds.map((value) => ({ value, label: words('kinds', value) }))}
            />
          )}
        </Field>
        <Field label={t('who')}>
          {({ id }) => <SubjectPicker id={id} everybody={everybody} asked={asked} value={subject} onPick={setChosen} />}
        </Field>
        <div className="flex items-center gap-3">
          <progress
            aria-hidden
            value={askedHere}
            max={ids.length}
            className="h-1.5 min-w-0 flex-1 appearance-none overflow-hidden rounded-full bg-pressed [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-pressed [&::-webkit-progress-value]:bg-accent"
          />
          <span role="status" className="text-second text-muted tabular-nums">
            {t('progress', { asked: askedHere, all: ids.length })}
          </span>
        </div>
        {isDone ? (
          <div className="flex flex-wrap items-center gap-2 rounded-button bg-accent-tint p-2 text-second">
            <span className="flex-1">{t('allAsked', { all: ids.length })}</span>
            {following === undefined ? null : (
              <Button
                size="small"
                onClick={() => {
                  setType(following)
                  setChosen(undefined)
                }}
              >
                {t('nextKind', { name: nameOf(following) })}
              </Button>
            )}
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                store.forget(type)
                setChosen(ids[0])
              }}
            >
              {t('again')}
            </Button>
          </div>
        ) : null}
        <h3 className="text-heading font-semibold text-balance break-words" dir="auto">
          {words('questions', type)}
        </h3>
        {mayEdit ? null : <p className="text-second text-muted">{t('readOnly')}</p>}
      </div>
      <InventoryAnswers
        key={`${type} ${subject.id}`}
        groups={groups}
        subject={subject}
        type={type}
        ties={ties}
        mayEdit={mayEdit}
      />
      <div className="flex items-center gap-2 border-t border-hairline px-4 py-3">
        <Button onClick={() => go(-1)}>{t('back')}</Button>
        {mayEdit ? (
          <Button variant="quiet" size="small" onClick={() => workspace.openDialog('tie-kinds')}>
            {tOwn('tie')}
          </Button>
        ) : null}
        <span className="flex-1" />
        <Button variant="quiet" onClick={() => go(1)}>
          {t('skip')}
        </Button>
        <Button variant="primary" onClick={next}>
          {t('next')}
        </Button>
      </div>
    </div>
  )
}

function useTies(links: MapView['links'], type: string): ReturnType<typeof tiesOfType> {
  return useMemo(() => tiesOfType({ links }, type), [links, type])
}

/** Who is chosen on the map, alone, is who is asked about. */
function useChosenOnMap(choose: (id: ElementId) => void, ids: ReadonlyMap<ElementId, Stakeholder>): void {
  const { elements, links } = useSelection()
  const [only] = elements
  const isOne = elements.length === 1 && links.length === 0 && only !== undefined && ids.has(only)
  const [seen, setSeen] = useState<ElementId>()
  const now = isOne ? only : undefined
  if (now === seen) return
  setSeen(now)
  if (now !== undefined) choose(now)
}

function browserStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
