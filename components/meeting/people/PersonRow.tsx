'use client'
import { EllipsisVertical, Hand, MousePointerBan, Pencil, UserRoundX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import type { MenuEntry } from '../../ui/menuEntry'
import { mayManage, rolesToGive, type PersonLine } from './peopleRows'
import type { PersonTask } from './PersonTaskForm'
import { usePeopleActs } from './usePeopleActs'

interface PersonRowProps {
  readonly person: PersonLine
  readonly height: number
  /** Where it stands in the whole list, of which not all may be drawn. */
  readonly place: number
  readonly count: number
  readonly onTask: (task: PersonTask) => void
}

/** One person: who, as what, doing what; and what one may do about it. */
export function PersonRow({ person, height, place, count, onTask }: PersonRowProps) {
  const t = useTranslations('people')
  const tPeople = useTranslations('panels.people')
  const workspace = useWorkspace()
  const following = useWorkspaceState((state) => state.following)
  const { id, name, colour, role, isSelf, doing, muted, hand, canFollow } = person
  const isFollowed = id === following
  const words = [
    ...(role === undefined ? [] : [tPeople(`roles.${role}`)]),
    ...(doing === undefined ? [] : [t(`doing.${doing}`)]),
    ...(muted ? [t(isSelf ? 'mutedSelf' : 'muted')] : []),
  ]
  return (
    <li aria-posinset={place} aria-setsize={count} className="flex items-center gap-2.5 px-2" style={{ height }}>
      <Avatar name={name} colour={colour} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-body" title={name}>
          <bdi>{isSelf ? tPeople('you', { name }) : name}</bdi>
        </span>
        <span className="block truncate text-meta text-muted">{words.join(' · ')}</span>
      </span>
      {hand === undefined ? null : (
        <Hand size={16} role="img" aria-label={t('handUp')} className="shrink-0 text-accent" />
      )}
      {canFollow || isFollowed ? (
        <Button
          size="small"
          variant={isFollowed ? 'secondary' : 'quiet'}
          aria-label={tPeople(isFollowed ? 'stopName' : 'followName', { name })}
          onClick={() => workspace.update({ following: isFollowed ? undefined : id, people: false })}
        >
          {tPeople(isFollowed ? 'stop' : 'follow')}
        </Button>
      ) : null}
      {isSelf && id !== '' ? (
        <IconButton size="small" label={t('renameSelf')} onClick={() => onTask({ kind: 'rename', person: id })}>
          <Pencil size={16} aria-hidden />
        </IconButton>
      ) : null}
      <ManageMenu person={person} onTask={onTask} />
    </li>
  )
}

/** What those who run the meeting may do with this person. */
function ManageMenu({ person, onTask }: Pick<PersonRowProps, 'person' | 'onTask'>) {
  const t = useTranslations('people')
  const tPeople = useTranslations('panels.people')
  const { role: by } = useSelf()
  const { change, mayRun } = usePeopleActs()
  const { id, name, role, muted, hand, isSelf } = person
  const manages = mayManage(by, person)
  const entries: readonly MenuEntry[] = [
    ...(hand !== undefined && mayRun && !isSelf
      ? [
          {
            kind: 'action',
            id: 'lower',
            label: t('lowerHand'),
            icon: <Hand size={16} aria-hidden />,
            onSelect: () => void change(id, { hand: false }),
          } as const,
        ]
      : []),
    ...(manages
      ? ([
          {
            kind: 'action',
            id: 'rename',
            label: t('rename'),
            icon: <Pencil size={16} aria-hidden />,
            onSelect: () => onTask({ kind: 'rename', person: id }),
          },
          {
            kind: 'action',
            id: 'mute',
            label: t(muted ? 'unmute' : 'mute'),
            icon: <MousePointerBan size={16} aria-hidden />,
            onSelect: () => void change(id, { muted: !muted }),
          },
          { kind: 'separator', id: 'before-role' },
          {
            kind: 'choice',
            id: 'role',
            label: t('role'),
            value: role ?? '',
            options: rolesToGive(by).map((one) => ({ value: one, label: tPeople(`roles.${one}`) })),
            onChange: (next: string) => {
              const given = rolesToGive(by).find((one) => one === next)
              if (given !== undefined) void change(id, { role: given })
            },
          },
          { kind: 'separator', id: 'before-remove' },
          {
            kind: 'action',
            id: 'remove',
            label: t('remove'),
            icon: <UserRoundX size={16} aria-hidden />,
            danger: true,
            onSelect: () => onTask({ kind: 'remove', person: id }),
          },
        ] as const)
      : []),
  ]
  if (entries.length === 0) return null
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={
        <IconButton size="small" label={t('manage', { name })}>
          <EllipsisVertical size={18} aria-hidden />
        </IconButton>
      }
    />
  )
}
