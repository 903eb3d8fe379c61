'use client'
import { ArrowRightLeft, Check, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { toggleTie } from '../../../lib/commands/toggleTie'
import type { ElementId, LinkId } from '../../../lib/base/ids'
import type { Stakeholder } from '../../../lib/model/element'
import type { Tie } from '../../../lib/model/link'
import { wayOfTie } from '../../../lib/model/tie'
import { useMedia } from '../../hooks/useMedia'
import { useRun } from '../../hooks/useRun'
import { useSectorName } from '../../hooks/useSectors'
import { useTieTypes } from '../../hooks/useTieTypes'
import { classes } from '../../ui/classes'
import { SectorTag } from '../../ui/SectorTag'
import { TextInput } from '../../ui/TextInput'
import { useScroll } from '../../hooks/useScroll'
import { answersInView, placeAnswers } from './answerRows'
import { answersOf, canTurn, nextStrength, searchGroups, type SectorGroup } from './inventoryRows'

/** Fewer are found at a glance. */
const searchedFrom = 9
/** Pixels of heads and rows, by mouse and by finger. */
const fine = { head: 26, row: 40, gap: 12 } as const
const coarse = { head: 26, row: 48, gap: 12 } as const

/** All others, by sector, each to be tapped if the tie goes to them. */
export function InventoryAnswers({
  groups,
  subject,
  type,
  ties,
  mayEdit,
}: {
  readonly groups: readonly SectorGroup[]
  readonly subject: Stakeholder
  readonly type: string
  readonly ties: ReadonlyMap<LinkId, Tie>
  readonly mayEdit: boolean
}) {
  const t = useTranslations('inventory')
  const sectorName = useSectorName()
  const types = useTieTypes()
  const [words, setWords] = useState('')
  const answers = useMemo(() => answersOf(ties.values(), subject.id, types), [ties, subject.id, types])
  const isCoarse = useMedia('(pointer: coarse)')
  const sizes = isCoarse ? coarse : fine
  const count = groups.reduce((sum, { members }) => sum + members.length, 0)
  const list = useMemo(() => {
    const others = searchGroups(groups, words)
      .map(({ sector, members }) => ({ sector, members: members.filter(({ id }) => id !== subject.id) }))
      .filter(({ members }) => members.length > 0)
    return placeAnswers(others, sizes)
  }, [groups, words, subject.id, sizes])
  const frame = useRef<HTMLDivElement>(null)
  const { top, size } = useScroll(frame)
  const [focused, setFocused] = useState<ElementId>()
  const drawn = answersInView(list, { top, height: size?.height ?? 0 }, sizes, focused)
  return (
    <div className="flex min-h-24 flex-1 flex-col">
      {count < searchedFrom ? null : (
        <div className="relative mx-4 mb-2">
          <Search size={16} aria-hidden className="absolute start-2.5 top-1/2 -translate-y-1/2 text-muted" />
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={words}
            className="ps-8"
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      <div ref={frame} className="min-h-0 flex-1 overflow-y-auto px-4 pb-3">
        {list.groups.length === 0 ? <p className="text-body text-muted">{t('none')}</p> : null}
        <div
          role="group"
          aria-label={t('answers')}
          className="relative"
          style={{ height: list.height }}
          onKeyDown={walk}
          onFocus={({ target }) => setFocused(idOf(target, groups))}
          onBlur={() => setFocused(undefined)}
        >
          {drawn.map(({ sector, members, drawn: rows, top: at, height }) => (
            <section key={sector} className="absolute inset-x-0" style={{ top: at, height }}>
              <h4 className="flex items-center gap-1.5 text-meta text-muted" style={{ height: sizes.head }}>
                {sector === '' ? null : <SectorTag sector={sector} />}
                <span dir="auto" className="min-w-0 truncate">
                  {sector === '' ? t('noSector') : sectorName(sector)}
                </span>
              </h4>
              <ul>
                {rows.map(({ member, index }) => {
                  const answer = answers.get(member.id)
                  return (
                    <Answer
                      key={member.id}
                      subject={subject}
                      other={member}
                      type={type}
                      isSaid={answer?.isSaid === true}
                      isBack={answer?.isBack === true}
                      tie={answer?.tie}
                      mayEdit={mayEdit}
                      top={sizes.head + index * sizes.row}
                      place={index + 1}
                      count={members.length}
                    />
                  )
                })}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}

function idOf(target: HTMLElement, groups: readonly SectorGroup[]): ElementId | undefined {
  const id = target.closest<HTMLElement>('[data-about]')?.dataset['about']
  for (const { members } of groups) for (const member of members) if (member.id === id) return member.id
  return undefined
}

const Answer = memo(function Answer({
  subject,
  other,
  type,
  isSaid,
  isBack,
  tie,
  mayEdit,
  top,
  place,
  count,
}: {
  readonly subject: Stakeholder
  readonly other: Stakeholder
  readonly type: string
  readonly isSaid: boolean
  readonly isBack: boolean
  readonly tie: Tie | undefined
  readonly mayEdit: boolean
  /** Within its sector, in pixels. */
  readonly top: number
  /** Which of how many of its sector it is: not all are drawn. */
  readonly place: number
  readonly count: number
}) {
  const t = useTranslations('inventory')
  const run = useRun()
  const name = other.label.trim() === '' ? t('unnamed') : other.label
  return (
    <li
      data-about={other.id}
      aria-posinset={place}
      aria-setsize={count}
      className="absolute inset-x-0 flex items-center gap-1"
      style={{ top }}
    >
      <button
        type="button"
        data-answer
        aria-pressed={isSaid}
        disabled={!mayEdit}
        onClick={() => run(toggleTie, { from: subject.id, to: other.id, type })}
        className={classes(
          'flex h-9 min-w-0 flex-1 items-center gap-2 rounded-button border px-2.5 text-start text-body pointer-coarse:h-11',
          isSaid
            ? 'border-accent bg-accent-tint font-medium'
            : 'border-hairline hover:bg-hover disabled:hover:bg-panel',
        )}
      >
        <span
          aria-hidden
          className={classes(
            'inline-flex size-5 shrink-0 items-center justify-center rounded border',
            isSaid ? 'border-accent bg-accent text-on-accent' : 'border-node-border',
          )}
        >
          {isSaid ? <Check size={14} /> : null}
        </span>
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {name}
        </span>
        {isBack && !isSaid ? <span className="shrink-0 text-meta text-muted">{t('isBack')}</span> : null}
      </button>
      {isSaid && tie !== undefined && mayEdit ? (
        <Details subject={subject} other={other} name={name} type={type} isBack={isBack} tie={tie} />
      ) : null}
    </li>
  )
})

/** Direction and strength of a tie that is said, a tap each. */
function Details({
  subject,
  other,
  name,
  type,
  isBack,
  tie,
}: {
  readonly subject: Stakeholder
  readonly other: Stakeholder
  readonly name: string
  readonly type: string
  readonly isBack: boolean
  readonly tie: Tie
}) {
  const t = useTranslations('inventory')
  const run = useRun()
  const types = useTieTypes()
  const turn = (): void => {
    if (wayOfTie({ type }, types) === 'one-way') run(toggleTie, { from: other.id, to: subject.id, type })
    else run(setLinkFields, { links: [tie.id], fields: { direction: isBack ? 'one-way' : 'mutual' } })
  }
  const { strength } = tie
  const level = strength === undefined ? 'none' : strength <= 0.375 ? 'weak' : strength <= 0.75 ? 'medium' : 'strong'
  const look =
    'inline-flex h-9 shrink-0 items-center justify-center rounded-button border px-2 text-second pointer-coarse:h-11 pointer-coarse:min-w-11'
  return (
    <>
      {canTurn({ tie }, subject.id, types) ? (
        <button
          type="button"
          aria-pressed={isBack}
          aria-label={t('bothWays', { name })}
          title={t('bothWays', { name })}
          onClick={turn}
          className={classes(
            look,
            isBack ? 'border-accent bg-accent-tint text-accent' : 'border-hairline text-muted hover:bg-hover',
          )}
        >
          <ArrowRightLeft size={16} aria-hidden />
        </button>
      ) : null}
      <button
        type="button"
        aria-label={t('strength', { name, strength: level })}
        title={t('strength', { name, strength: level })}
        onClick={() => run(setLinkFields, { links: [tie.id], fields: { strength: nextStrength(strength) } })}
        className={classes(look, 'w-20 border-hairline hover:bg-hover', level === 'none' && 'text-muted')}
      >
        {t('strengthShort', { strength: level })}
      </button>
    </>
  )
}

/** The arrow keys go from answer to answer. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-answer]')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = at < 0 ? undefined : stops[at + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
