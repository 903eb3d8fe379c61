'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useReducer, useState, type FormEvent } from 'react'
import { breakoutLimits } from '../../../lib/practice/breakouts'
import type { BreakoutsTold, GroupsHere } from '../../../lib/protocol/breakouts'
import { isAtLeast } from '../../../lib/protocol/role'
import { usePeople } from '../../hooks/useMap'
import { useSeat } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { TextInput } from '../../ui/TextInput'
import { MinutesField } from '../MinutesField'
import { readMinutes } from '../minutes'
import { breakoutsApi } from './breakoutsApi'
import { GroupCard, PersonMenu } from './GroupCard'
import { useBreakoutActs } from './useBreakouts'

/** Between two looks at the groups' maps, milliseconds. */
const lookInterval = 10_000

/** The groups with their people and pictures, and what is said to all of them. */
export function GroupsOut({ breakouts }: { readonly breakouts: BreakoutsTold }) {
  const t = useTranslations('breakouts.run')
  const { busy, act } = useBreakoutActs()
  const { turn, here, lookAgain } = useLooks(breakouts.id)
  const people = usePeople()
  const isOut = breakouts.endedAt === undefined
  const placed = new Set(breakouts.groups.flatMap((group) => group.people.map(({ id }) => id)))
  const loose = people.filter(
    (person) => person.id !== undefined && !placed.has(person.id) && !isAtLeast(person.role ?? 'viewer', 'facilitator'),
  )
  return (
    <>
      {isOut ? null : <p className="text-body text-muted">{t('ended')}</p>}
      {!isOut || loose.length === 0 ? null : (
        <div className="flex flex-col gap-1">
          <h4 className="text-second font-medium">{t('loose')}</h4>
          <div className="flex flex-wrap gap-1">
            {loose.map(({ id, name }) => (
              <PersonMenu key={id} person={{ id: id ?? '', name }} groups={breakouts.groups} />
            ))}
          </div>
        </div>
      )}
      <ul className="flex flex-col gap-2">
        {breakouts.groups.map((group) => (
          <li key={group.id}>
            <GroupCard
              group={group}
              groups={breakouts.groups}
              isOut={isOut}
              seen={here?.groups.find(({ id }) => id === group.id)}
              turn={turn}
            />
          </li>
        ))}
      </ul>
      {isOut ? (
        <>
          <MessageForm />
          <MinutesForm onTimed={lookAgain} />
          <Button variant="primary" wide busy={busy} onClick={() => void act(breakoutsApi.end)}>
            {t('end')}
          </Button>
        </>
      ) : null}
    </>
  )
}

/** Who is on the groups' maps and what is left of their time, asked for while this is on the screen. */
function useLooks(breakouts: string): {
  readonly turn: number
  readonly here: GroupsHere | undefined
  /** Does not wait for the next look. */
  readonly lookAgain: () => void
} {
  const seat = useSeat()
  const [turn, setTurn] = useState(0)
  const [here, setHere] = useState<GroupsHere>()
  const [asked, lookAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let isOver = false
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      const found = await breakoutsApi.here(seat)
      if (isOver) return
      setTurn((before) => before + 1)
      if (found.ok) setHere(found.value)
    }
    void look()
    const timer = setInterval(() => void look(), lookInterval)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [seat, breakouts, asked])
  return { turn, here, lookAgain }
}

function MessageForm() {
  const t = useTranslations('breakouts.run')
  const { busy, act } = useBreakoutActs()
  const [text, setText] = useState('')
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const words = text.trim()
    if (words !== '' && (await act((seat) => breakoutsApi.tellAll(seat, words)))) setText('')
  }
  return (
    <form className="flex items-center gap-1.5" onSubmit={(event) => void send(event)}>
      <TextInput
        aria-label={t('message')}
        placeholder={t('message')}
        maxLength={breakoutLimits.message}
        className="min-w-0 flex-1"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" size="small" busy={busy} disabled={text.trim() === ''} className="pointer-coarse:h-11">
        {t('tell')}
      </Button>
    </form>
  )
}

function MinutesForm({ onTimed }: { readonly onTimed: () => void }) {
  const t = useTranslations('breakouts.run')
  const { busy, act } = useBreakoutActs()
  const [minutes, setMinutes] = useState('5')
  const time = readMinutes(minutes, 1)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof time === 'number') {
          void act((seat) => breakoutsApi.time(seat, time)).then((is) => (is ? onTimed() : undefined))
        }
      }}
    >
      <MinutesField
        label={t('minutes')}
        least={1}
        value={minutes}
        onChange={setMinutes}
        beside={
          <Button
            type="submit"
            size="small"
            busy={busy}
            disabled={typeof time !== 'number'}
            className="pointer-coarse:h-11"
          >
            {t('time')}
          </Button>
        }
      />
    </form>
  )
}
