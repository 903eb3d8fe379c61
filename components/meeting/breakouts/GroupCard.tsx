'use client'
import { ChevronDown, LifeBuoy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { breakoutLimits } from '../../../lib/practice/breakouts'
import type { BreakoutGroupAnswer, GroupsHere } from '../../../lib/protocol/breakouts'
import { useSeat } from '../../hooks/useRounds'
import { useTheme } from '../../hooks/useTheme'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { Menu } from '../../ui/Menu'
import { TextInput } from '../../ui/TextInput'
import { breakoutsApi, groupPicture } from './breakoutsApi'
import { useBreakoutActs } from './useBreakouts'

interface GroupCardProps {
  readonly group: BreakoutGroupAnswer
  readonly groups: readonly BreakoutGroupAnswer[]
  readonly isOut: boolean
  /** Who is on its map and what is left of its time, as it was looked at last. */
  readonly seen: GroupsHere['groups'][number] | undefined
  /** Which look at the group's map this is. */
  readonly turn: number
}

/** One group: what its map looks like, who is in it, and the way there. */
export function GroupCard({ group, groups, isOut, seen, turn }: GroupCardProps) {
  const t = useTranslations('breakouts.card')
  const seat = useSeat()
  const { dark } = useTheme()
  const { busy, enter } = useBreakoutActs()
  return (
    <article
      aria-label={group.name}
      className="flex flex-col gap-2 rounded-button border border-hairline bg-canvas/40 p-2"
    >
      <div className="flex gap-2.5">
        {turn === 0 ? (
          <span className="h-16 w-24 shrink-0 rounded border border-hairline bg-canvas" />
        ) : (
          // oxlint-disable-next-line nextjs/no-img-element -- made anew every few seconds
          <img
            src={groupPicture(seat, group.id, dark, turn)}
            alt={t('picture', { group: group.name })}
            className="h-16 w-24 shrink-0 rounded border border-hairline bg-canvas object-contain"
          />
        )}
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <GroupName key={group.name} group={group} />
          <span className="px-1 text-meta text-muted tabular-nums">
            {isOut
              ? t('here', { here: seen?.here.length ?? 0, of: group.people.length })
              : t('people', { of: group.people.length })}
          </span>
          {seen?.left === undefined || !isOut ? null : (
            <span
              className={classes(
                'px-1 text-meta tabular-nums',
                seen.left === 0 ? 'font-medium text-warn' : 'text-muted',
              )}
            >
              {t('left', { minutes: Math.ceil(seen.left / 60_000) })}
            </span>
          )}
        </div>
      </div>
      {group.help === undefined || !isOut ? null : (
        <p className="flex items-center gap-1.5 text-second font-medium text-accent">
          <LifeBuoy size={16} aria-hidden className="shrink-0" />
          {t('help', { name: group.help.name })}
        </p>
      )}
      {group.people.length === 0 ? null : (
        <div className="flex flex-wrap gap-1">
          {group.people.map((person) =>
            isOut ? (
              <PersonMenu key={person.id} person={person} groups={groups} at={group.id} />
            ) : (
              <span key={person.id} className="px-1 text-second text-muted">
                {person.name}
              </span>
            ),
          )}
        </div>
      )}
      <Button
        size="small"
        busy={busy}
        className="self-start"
        aria-label={t('lookAt', { group: group.name })}
        onClick={() => void enter(group.id)}
      >
        {t('look')}
      </Button>
    </article>
  )
}

/** The name of a group, changed where it stands. */
function GroupName({ group }: { readonly group: BreakoutGroupAnswer }) {
  const t = useTranslations('breakouts.card')
  const { act } = useBreakoutActs()
  const [name, setName] = useState(group.name)
  const keep = (): void => {
    const next = name.trim()
    if (next === '' || next === group.name) setName(group.name)
    else void act((seat) => breakoutsApi.rename(seat, group.id, next))
  }
  return (
    <TextInput
      aria-label={t('name', { group: group.name })}
      maxLength={breakoutLimits.name}
      value={name}
      className="h-8! border-transparent! bg-transparent! px-1! font-medium hover:border-node-border!"
      onChange={(event) => setName(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}

/** A person whom a press puts into another group. */
export function PersonMenu({
  person,
  groups,
  at,
}: {
  readonly person: { readonly id: string; readonly name: string }
  readonly groups: readonly BreakoutGroupAnswer[]
  readonly at?: string
}) {
  const t = useTranslations('breakouts.card')
  const { act } = useBreakoutActs()
  const none = '~none'
  return (
    <Menu
      trigger={
        <Button
          size="small"
          variant="quiet"
          className="h-7! gap-1! px-2! pointer-coarse:h-11!"
          aria-label={t('move', { name: person.name })}
        >
          <span className="max-w-36 truncate">{person.name}</span>
          <ChevronDown size={14} aria-hidden className="text-muted" />
        </Button>
      }
      entries={[
        {
          kind: 'choice',
          id: 'group',
          label: t('move', { name: person.name }),
          value: at ?? none,
          options: [
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
            { value: none, label: t('noGroup') },
          ],
          onChange: (group) => void act((seat) => breakoutsApi.place(seat, person.id, group === none ? null : group)),
        },
      ]}
    />
  )
}
