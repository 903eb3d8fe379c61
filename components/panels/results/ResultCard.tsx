'use client'
import { ChevronDown, Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { DatedReading, Result } from '../../../lib/analysis/results'
import type { ElementId } from '../../../lib/base/ids'
import { useMayEdit } from '../../hooks/useMayEdit'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { IconButton } from '../../ui/IconButton'
import { ReadingTable } from './ReadingTable'
import { ResultChart } from './ResultChart'
import { StandingChip } from './StandingChip'
import type { ResultWords } from './useResultWords'

/** What is done with a result: it is changed, or one of its readings is. */
export interface ResultActs {
  readonly edit: (result: Result) => void
  /** Without a reading: a new one. */
  readonly read: (result: Result, reading?: DatedReading) => void
}

/** One result whole: what, where it stands, its readings, and the way to add one. */
export function ResultCard({
  result,
  words,
  acts,
  onChoose,
}: {
  readonly result: Result
  readonly words: ResultWords
  readonly acts: ResultActs
  /** Shows what it measures on the map; undefined where that is in view. */
  readonly onChoose?: ((id: ElementId) => void) | undefined
}) {
  const t = useTranslations('results')
  const mayEdit = useMayEdit()
  const [isOpen, setOpen] = useState(false)
  const table = useId()
  const measure = words.measure(result)
  const { latest, readings } = measure
  const about = [result.indicator, result.who, result.where].filter((text) => text !== undefined && text !== '')
  const told = [words.sayChange(result, measure), words.sayShare(measure)].filter((text) => text !== '')
  const late = words.sayLate(result, measure)
  const needed = words.sayNeeded(result, measure)
  const measures = words.measured(result)
  return (
    <article aria-label={result.name} className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2">
        <h4 className="min-w-0 flex-1 text-body font-semibold break-words" dir="auto">
          {result.name}
        </h4>
        {mayEdit ? (
          <IconButton
            className="-my-2"
            label={t('edit', { name: result.name })}
            size="small"
            onClick={() => acts.edit(result)}
          >
            <Pencil size={16} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {about.length === 0 ? null : (
        <p className="-mt-1 text-second break-words text-muted" dir="auto">
          {about.join(' · ')}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <StandingChip measure={measure} words={words} />
        {told.length === 0 ? null : <span className="text-second text-muted">{told.join(' · ')}</span>}
      </div>
      <dl className="grid grid-cols-3 gap-2 text-second">
        {(['baseline', 'latest', 'target'] as const).map((name) => {
          const mark = name === 'latest' ? latest : result[name]
          return (
            <div key={name} className="min-w-0">
              <dt className="text-meta text-muted">{t(`columns.${name}`)}</dt>
              <dd className={classes('break-words tabular-nums', name === 'latest' && 'font-semibold')} dir="auto">
                {mark === undefined ? t('notSaid') : words.amount(mark.value, result)}
              </dd>
              {mark?.on === undefined ? null : <dd className="text-meta text-muted">{words.sayDay(mark.on)}</dd>}
            </div>
          )
        })}
      </dl>
      {needed === '' ? null : <p className="text-second text-muted">{needed}</p>}
      {late === '' ? null : <p className="text-second font-medium text-warn">{late}</p>}
      <ResultChart result={result} measure={measure} words={words} />
      {measures.length === 0 || onChoose === undefined ? null : (
        <p className="flex flex-wrap items-center gap-x-1 text-second text-muted">
          {t('measures')}
          {measures.map((id) => (
            <button
              key={id}
              type="button"
              dir="auto"
              onClick={() => onChoose(id)}
              className="min-h-6 max-w-full truncate rounded px-1 text-accent hover:bg-hover pointer-coarse:min-h-11"
            >
              {words.nameOf(id)}
            </button>
          ))}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {mayEdit ? (
          <Button size="small" icon={<Plus size={16} aria-hidden />} onClick={() => acts.read(result)}>
            {t('addReading')}
          </Button>
        ) : null}
        {readings.length === 0 ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            aria-controls={table}
            icon={<ChevronDown size={16} aria-hidden className={isOpen ? 'rotate-180' : undefined} />}
            onClick={() => setOpen(!isOpen)}
          >
            {t('readings.count', { count: readings.length })}
          </Button>
        )}
      </div>
      <div id={table} hidden={!isOpen}>
        {isOpen ? (
          <ReadingTable
            result={result}
            measure={measure}
            words={words}
            onCorrect={mayEdit ? (reading) => acts.read(result, reading) : undefined}
          />
        ) : null}
      </div>
    </article>
  )
}
