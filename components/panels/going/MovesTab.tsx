'use client'
import { Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import type { GoingDay } from '../../../lib/analysis/checkIns'
import { compareGoing, listGoingDays, moves, type GoingMove, type GoingSpan } from '../../../lib/analysis/compareGoing'
import { writeCsvCells } from '../../../lib/formats/csvWriter'
import { isLinkable } from '../../../lib/model/element'
import { useView } from '../../hooks/useMap'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { useDay } from '../contributions/useDay'
import { downloadFile, fileNameOf } from '../download'
import { ElementRows } from './ElementRows'
import { moveInks, moveSigns, overlayOfMoves } from './moveLook'
import { useGoing } from './useGoing'
import { useOnMap } from './useOnMap'

/** How elements are going now against before: in words, as a list, and on the map. */
export function MovesTab({ onShow }: { readonly onShow: (() => void) | undefined }) {
  const t = useTranslations('going.panel')
  const tGoing = useTranslations('going')
  const format = useFormatter()
  const { lines } = useGoing()
  const elements = useView((view) => view.elements)
  const title = useView((view) => view.meta.title)
  const { sayDay } = useDay()
  const onMap = useOnMap(onShow)
  const days = useMemo(() => listGoingDays(lines), [lines])
  const [span, setSpan] = useState<GoingSpan>()
  const found = useMemo(() => compareGoing(lines, span), [lines, span])
  const subjects = useMemo(() => [...elements.values()].filter(isLinkable), [elements])
  const never = subjects.filter(({ id }) => !lines.has(id))
  // Of a span of two days: what was first spoken of after the later one.
  const later = subjects.filter(({ id }) => lines.has(id) && !found.some(({ about }) => about === id))
  const of = (move: GoingMove['move']): readonly GoingMove[] => found.filter((one) => one.move === move)
  const count = (move: GoingMove['move']): number => of(move).length
  const sayGoing = ({ says, people }: GoingDay): string => {
    const what = tGoing('says', { says })
    return people === 1 ? t('one', { what }) : what
  }
  const sayRow = ({ before, now }: GoingMove): string =>
    t('row', {
      ...{ now: sayGoing(now), nowDay: sayDay(now.day) },
      before: before === undefined ? 'no' : sayGoing(before),
      beforeDay: before === undefined ? '' : sayDay(before.day),
    })
  const save = (): void => {
    const head = (['element', 'move', 'now', 'nowDay', 'people', 'before', 'beforeDay'] as const).map((name) =>
      t(`columns.${name}`),
    )
    const cells = found.map(({ about, move, now, before }) => [
      subjects.find(({ id }) => id === about)?.label ?? '',
      t(`short.${move}`),
      ...[tGoing('says', { says: now.says }), now.day, String(now.people)],
      ...(before === undefined ? ['', ''] : [tGoing('says', { says: before.says }), before.day]),
    ])
    const file = new Blob(['\uFEFF', writeCsvCells([head, ...cells])], { type: 'text/csv' })
    downloadFile(file, fileNameOf(`${title} ${t('tab.moves')}`, 'csv'))
  }
  if (subjects.length === 0) return <p className="text-body text-muted">{t('noElements')}</p>
  if (days.length === 0) return <p className="text-body text-muted">{t('none')}</p>
  return (
    <>
      <SpanFields days={days} span={span} onChange={setSpan} />
      <p role="status" className="text-second">
        {found.length === 0
          ? t('nothing')
          : format.list(moves.flatMap((move) => (count(move) === 0 ? [] : [t('tally', { move, count: count(move) })])))}
      </p>
      {moves.map((move) =>
        count(move) === 0 ? null : (
          <section key={move} className="flex flex-col gap-0.5">
            <h3 className="flex items-center gap-2 text-second font-semibold">
              <span aria-hidden className={`w-4 text-center ${moveInks[move]}`}>
                {moveSigns[move]}
              </span>
              {t('count', { name: t(`move.${move}`), count: count(move) })}
            </h3>
            {move === 'unclear' ? <p className="text-meta text-muted">{t('hint.unclear')}</p> : null}
            <ElementRows
              label={t(`move.${move}`)}
              rows={of(move).map((one) => ({ id: one.about, below: sayRow(one) }))}
              onChoose={onMap.choose}
            />
          </section>
        ),
      )}
      {(
        [
          ['later', later],
          ['never', never],
        ] as const
      ).map(([key, list]) =>
        list.length === 0 ? null : (
          <details key={key}>
            <summary className="cursor-pointer text-second font-semibold text-muted">
              {t('count', { name: t(key), count: list.length })}
            </summary>
            <ElementRows label={t(key)} rows={list.map(({ id }) => ({ id }))} onChoose={onMap.choose} />
          </details>
        ),
      )}
      <div className="flex flex-wrap gap-2">
        {found.length === 0 ? null : (
          <Button
            size="small"
            onClick={() =>
              onMap.lay({
                ...{ name: t('shown'), about: 'pulse' },
                elements: overlayOfMoves(found, (move) =>
                  t('chip', { sign: moveSigns[move], word: t(`short.${move}`) }),
                ),
              })
            }
          >
            {t('show')}
          </Button>
        )}
        <Button size="small" onClick={() => onMap.colourBy('pulse')}>
          {t('colour')}
        </Button>
        {found.length === 0 ? null : (
          <Button size="small" icon={<Download size={16} aria-hidden />} onClick={save}>
            {t('csv')}
          </Button>
        )}
      </div>
    </>
  )
}

const ways = ['last', 'days'] as const

/** What is compared: each with its own time before, or all at the end of one day against the end of another. */
function SpanFields({
  days,
  span,
  onChange,
}: {
  readonly days: readonly string[]
  readonly span: GoingSpan | undefined
  readonly onChange: (span: GoingSpan | undefined) => void
}) {
  const t = useTranslations('going.panel')
  const { sayDay } = useDay()
  const latest = days.at(-1) ?? ''
  const before = days.at(-2) ?? latest
  const options = days.toReversed().map((day) => ({ value: day, label: sayDay(day) }))
  // A day on which what was said is gone stays to be chosen from as long as it is chosen.
  const withDay = (day: string) => (days.includes(day) ? options : [...options, { value: day, label: sayDay(day) }])
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('compare')}>
        {({ id }) => (
          <Select
            id={id}
            value={span === undefined ? 'last' : 'days'}
            onChange={(way) => onChange(way === 'last' ? undefined : { from: before, to: latest })}
            options={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
          />
        )}
      </Field>
      {span === undefined ? null : (
        <div className="grid grid-cols-2 gap-2">
          {(['from', 'to'] as const).map((end) => (
            <Field key={end} label={t(end)}>
              {({ id }) => (
                <Select
                  id={id}
                  value={span[end]}
                  onChange={(day) => onChange({ ...span, [end]: day })}
                  options={withDay(span[end])}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </div>
  )
}
