'use client'
import { Pencil, Trash2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { isOfPerson, type Word } from '../../../lib/analysis/checkIns'
import { deletePractice } from '../../../lib/commands/deletePractice'
import type { DatedPulse } from '../../../lib/practice/groupSaid'
import { useSelf } from '../../hooks/useMap'
import { useMayEdit } from '../../hooks/useMayEdit'
import { useRun } from '../../hooks/useRun'
import { useRoundRights } from '../../hooks/useRounds'
import { useSayDone } from '../../hooks/useSayDone'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { CheckInButtons, CheckInFields, useCheckIn } from './CheckInForm'
import { goingIcons, goingInks } from './goingLook'

/** Times that are told before one asks for more. */
const fewest = 3

/** What was said of an element, the latest first: in rounds by the group, and by check-ins by one person each. */
export function GoingWords({
  words,
  pulses,
}: {
  readonly words: readonly Word[]
  /** The rounds among them, with their notes. */
  readonly pulses: readonly DatedPulse[]
}) {
  const t = useTranslations('going.line')
  const [isWhole, setWhole] = useState(false)
  const [editing, setEditing] = useState<string>()
  const latest = words.toReversed()
  const shown = isWhole ? latest : latest.slice(0, fewest)
  return (
    <>
      <ul aria-label={t('all')} className="flex flex-col gap-1.5">
        {shown.map((word) => (
          <li
            key={word.kind === 'round' ? word.round : word.id}
            className="rounded-button bg-canvas px-2.5 py-1.5 text-second"
          >
            {word.kind === 'check-in' && editing === word.id ? (
              <Correcting word={word} onDone={() => setEditing(undefined)} onEdit={() => setEditing(word.id)} />
            ) : (
              <Said word={word} onEdit={setEditing} />
            )}
            {word.kind === 'round' ? <Notes of={pulses.find(({ round }) => round === word.round)} /> : null}
          </li>
        ))}
      </ul>
      {latest.length > shown.length ? (
        <Button size="small" variant="quiet" className="self-start" onClick={() => setWhole(true)}>
          {t('more', { count: latest.length - shown.length })}
        </Button>
      ) : null}
    </>
  )
}

function Correcting({
  word,
  onDone,
  onEdit,
}: {
  readonly word: Extract<Word, { kind: 'check-in' }>
  readonly onDone: () => void
  readonly onEdit: () => void
}) {
  const checkIn = useCheckIn(word.about, onDone, { own: word, reopen: onEdit })
  return (
    <div className="flex flex-col gap-3 py-1">
      <CheckInFields of={checkIn} />
      <div className="flex flex-wrap justify-end gap-2">
        <CheckInButtons of={checkIn} onDone={onDone} />
      </div>
    </div>
  )
}

function Said({ word, onEdit }: { readonly word: Word; readonly onEdit: (id: string) => void }) {
  const t = useTranslations('going')
  const format = useFormatter()
  const self = useSelf()
  const mayEdit = useMayEdit()
  const { mayRun } = useRoundRights()
  const run = useRun()
  const sayDone = useSayDone('check-in')
  const day = format.dateTime(word.at, { dateStyle: 'medium' })
  const Icon = goingIcons[word.says]
  const isOwn = word.kind === 'check-in' && isOfPerson(word, self) && mayEdit
  const mayDelete = isOwn || (word.kind === 'check-in' && mayRun && mayEdit)
  return (
    <>
      <span className="flex min-h-7 items-center gap-1.5">
        <Icon size={16} aria-hidden className={`shrink-0 ${goingInks[word.says]}`} />
        <span className="min-w-0 flex-1 font-medium">{t('says', { says: word.says })}</span>
        {isOwn ? (
          <IconButton size="small" label={t('line.correct', { day })} onClick={() => onEdit(word.id)}>
            <Pencil size={14} aria-hidden />
          </IconButton>
        ) : null}
        {mayDelete ? (
          <IconButton
            size="small"
            label={t('line.delete', { day })}
            onClick={() => {
              if (run(deletePractice, { id: word.id }).ok) sayDone(t('checkIn.deleted'))
            }}
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        ) : null}
      </span>
      <span className="block text-meta text-muted" dir="auto">
        {word.kind === 'round'
          ? `${t('line.round')}, ${t('line.when', { day, people: word.people })}`
          : `${word.by === '' ? t('line.nobody') : word.by}, ${day}`}
      </span>
      {word.kind === 'check-in' && word.note !== '' ? (
        <p className="mt-0.5 break-words whitespace-pre-wrap" dir="auto">
          {word.note}
        </p>
      ) : null}
    </>
  )
}

function Notes({ of }: { readonly of: DatedPulse | undefined }) {
  const t = useTranslations('rounds.said')
  if (of === undefined || of.notes.length === 0) return null
  return (
    <ul aria-label={t('notes')} className="mt-1 flex flex-col gap-1 border-s-2 border-hairline ps-2">
      {of.notes.map(({ text }, index) => (
        <li key={index} className="break-words" dir="auto">
          {text}
        </li>
      ))}
    </ul>
  )
}
