'use client'
import { actorMeasures, isOfSectors, isRole, type ActorMeasure } from '../../../lib/analysis/network/actorMeasures'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelection } from '../../hooks/useMap'
import type { NetworkAnswer } from '../../hooks/useNetwork'
import { useNumber } from '../../hooks/useNumber'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Field } from '../../ui/Field'
import { SectorTag } from '../../ui/SectorTag'
import { Select } from '../../ui/Select'
import { expectedValue, rankActors } from './networkWords'

/** Rows drawn at once. */
const pageSize = 50

/** Stakeholders by one measure, with what it means; as size on the map if wanted. */
export function ActorsSection({
  actors,
  onShow,
}: {
  readonly actors: NetworkAnswer['actors']
  readonly onShow: (() => void) | undefined
}) {
  const t = useTranslations('network')
  const number = useNumber()
  const editor = useEditor()
  const workspace = useWorkspace()
  const selection = useSelection()
  const [measure, setMeasure] = useState<ActorMeasure>('betweenness')
  const [most, setMost] = useState(pageSize)
  const ranked = useMemo(() => rankActors(actors, measure), [actors, measure])
  const isUntold = ranked.every(({ value }) => value === null)
  const say = (value: number | null): string => (value === null ? t('notDefined') : number(value))
  const show = (): void => {
    workspace.update({
      overlay: {
        name: t(`actor.${measure}.name`),
        about: `network:${measure}`,
        elements: new Map(ranked.map(({ actor, value, share }) => [actor.id, { size: share, text: say(value) }])),
      },
    })
    onShow?.()
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('measure')}>
        {({ id }) => (
          <Select
            id={id}
            value={measure}
            onChange={(next) => {
              setMeasure(next)
              setMost(pageSize)
            }}
            options={actorMeasures.map((value) => ({ value, label: t(`actor.${value}.name`) }))}
          />
        )}
      </Field>
      <p className="text-second text-muted">{t(`actor.${measure}.meaning`)}</p>
      {isRole(measure) && !isUntold ? <p className="text-second text-muted">{t('byChanceHint')}</p> : null}
      <p className="text-meta text-muted">{t('known', { name: t(`actor.${measure}.known`) })}</p>
      {isUntold ? (
        <p className="text-second">{t(isOfSectors(measure) ? 'noSectorsToCompare' : 'nobodyMeasured')}</p>
      ) : null}
      <ol className="flex flex-col">
        {ranked.slice(0, most).map(({ actor, value, share }) => (
          <li key={actor.id}>
            <button
              type="button"
              aria-pressed={selection.elements.includes(actor.id)}
              onClick={() => {
                editor.select({ elements: [actor.id], links: [] })
                workspace.get().camera?.reveal?.([actor.id])
              }}
              className={classes(
                'relative flex min-h-9 w-full items-center gap-2 rounded-button px-2 text-start text-body hover:bg-hover pointer-coarse:min-h-11',
                selection.elements.includes(actor.id) && 'bg-accent-tint hover:bg-accent-tint',
              )}
            >
              {actor.sector === null ? null : <SectorTag sector={actor.sector} />}
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {actor.label}
              </span>
              <span aria-hidden className="h-1.5 w-20 shrink-0 overflow-hidden rounded-full bg-hairline">
                <span className="block h-full bg-accent" style={{ width: `${share * 100}%` }} />
              </span>
              <span className="w-16 shrink-0 text-end text-second tabular-nums">{say(value)}</span>
              {isRole(measure) && value !== null ? (
                <span className="w-20 shrink-0 text-end text-meta text-muted tabular-nums">
                  {t('byChance', { value: say(expectedValue(actor, measure) ?? null) })}
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ol>
      {ranked.length > most ? (
        <Button size="small" variant="quiet" onClick={() => setMost(most + 200)}>
          {t('more', { count: ranked.length - most })}
        </Button>
      ) : null}
      {isUntold ? null : (
        <Button size="small" className="self-start" onClick={show}>
          {t('showOnMap')}
        </Button>
      )}
    </div>
  )
}
