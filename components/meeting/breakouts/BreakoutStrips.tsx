'use client'
import { LifeBuoy, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { BreakoutOf, BreakoutsTold } from '../../../lib/protocol/breakouts'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useSelf } from '../../hooks/useMap'
import { usePhone } from '../../hooks/useMedia'
import { useRoundRights } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { breakoutsApi } from './breakoutsApi'
import { GroupsStrip } from './GroupsStrip'
import { MovedStrip } from './MovedStrip'
import { goToMap, useBreakoutActs, useBreakouts, useOwnGroup } from './useBreakouts'
import { useCountdown } from './useCountdown'
import { withWhom } from './withWhom'

/** Over everyone's map while groups are out: where one belongs and the way there, or back. */
export function BreakoutStrips() {
  const told = useBreakouts()
  const { mayRun } = useRoundRights()
  if (told === undefined) return null
  const { breakouts, of } = told
  return (
    <>
      {of === null || of.endedAt !== undefined || mayRun ? null : <MovedStrip of={of} />}
      {of === null ? null : <GroupStrip of={of} />}
      {mayRun ? (
        breakouts === null || breakouts.endedAt !== undefined ? null : (
          <RunStrip breakouts={breakouts} />
        )
      ) : (
        <OwnStrip breakouts={breakouts} />
      )}
    </>
  )
}

/** For those who take part: their group, or the choice of one. It is there before any groups are: they change why one is to go. */
function OwnStrip({ breakouts }: { readonly breakouts: BreakoutsTold | null }) {
  const t = useTranslations('breakouts.own')
  const { id } = useSelf()
  const { mapId } = useEditor()
  const { busy, act, enter } = useBreakoutActs()
  const own = useOwnGroup()
  const { left, cancel } = useCountdown(mapId, own && `${breakouts?.id} ${own.id}`, () => {
    if (own !== undefined) void enter(own.id)
  })
  if (breakouts === null || breakouts.endedAt !== undefined) return null
  if (own !== undefined) {
    const others = own.people.filter((person) => person.id !== id).map(({ name }) => name)
    return (
      <GroupsStrip isUrgent lines={[t('in', { group: own.name }), withWhom(t, others)]}>
        {left === undefined ? null : (
          <Button size="small" variant="quiet" onClick={cancel}>
            {t('stay')}
          </Button>
        )}
        <Button size="small" variant="primary" busy={busy} onClick={() => void enter(own.id)}>
          {left === undefined ? t('go') : t('going', { seconds: left })}
        </Button>
      </GroupsStrip>
    )
  }
  if (breakouts.mode !== 'choose') return <GroupsStrip lines={[t('none'), t('noneHint')]} />
  const choose = async (group: string): Promise<void> => {
    if (id === undefined) return
    cancel()
    if (await act((seat) => breakoutsApi.place(seat, id, group))) await enter(group)
  }
  return (
    <GroupsStrip isUrgent isMany lines={[t('choose')]}>
      {breakouts.groups.map((group) => (
        <Button
          key={group.id}
          size="small"
          disabled={busy}
          aria-label={t('chooseOne', { group: group.name, count: group.people.length })}
          onClick={() => void choose(group.id)}
        >
          <span className="max-w-40 truncate">{group.name}</span>
          <span className="text-muted tabular-nums">{group.people.length}</span>
        </Button>
      ))}
    </GroupsStrip>
  )
}

/** For those who run the meeting: that groups are out, and who asks for help. */
function RunStrip({ breakouts }: { readonly breakouts: BreakoutsTold }) {
  const t = useTranslations('breakouts.run')
  const workspace = useWorkspace()
  const { busy, enter } = useBreakoutActs()
  const asking = breakouts.groups.find(({ help }) => help !== undefined)
  return (
    <GroupsStrip
      {...(asking && { icon: <LifeBuoy size={18} aria-hidden /> })}
      isUrgent={asking !== undefined}
      lines={[
        asking === undefined
          ? t('out', { count: breakouts.groups.length })
          : t('help', { group: asking.name, name: asking.help?.name ?? '' }),
      ]}
    >
      {asking === undefined ? null : (
        <Button
          size="small"
          variant="primary"
          busy={busy}
          aria-label={t('goTo', { group: asking.name })}
          onClick={() => void enter(asking.id)}
        >
          {t('go')}
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={() => workspace.update({ panel: 'agenda' })}>
        {t('show')}
      </Button>
    </GroupsStrip>
  )
}

/** On a group's map: which group it is, the last message, the way to help and the way back. */
function GroupStrip({ of }: { readonly of: BreakoutOf }) {
  const t = useTranslations('breakouts.group')
  const { mayRun } = useRoundRights()
  const { mapId } = useEditor()
  const { busy, act } = useBreakoutActs()
  const phone = usePhone()
  const { group, map, message, title } = of
  const isOver = of.endedAt !== undefined
  const { left, cancel } = useCountdown(mapId, isOver ? `${of.id} over` : undefined, () => goToMap(map))
  const asks = group.help !== undefined
  const name = title === '' ? t('untitled') : title
  return (
    <GroupsStrip
      isUrgent={isOver || message !== undefined}
      isBrief={!isOver}
      lines={[
        // On a phone the map's title stands right above, with the group.
        isOver
          ? phone
            ? t('overBrief')
            : t('over', { group: group.name })
          : phone
            ? group.name
            : t('here', { group: group.name, title: name }),
        message === undefined || isOver ? undefined : t('message', { name: message.name, text: message.text }),
        asks && !isOver ? t('asked', { name: group.help?.name ?? '' }) : undefined,
      ]}
    >
      {isOver ? (
        left === undefined ? null : (
          <Button size="small" variant="quiet" onClick={cancel}>
            {t('stay')}
          </Button>
        )
      ) : (
        <Button
          size="small"
          variant="quiet"
          busy={busy}
          icon={<LifeBuoy size={16} aria-hidden />}
          onClick={() => void act((seat) => breakoutsApi.askForHelp(seat, !asks))}
        >
          {asks ? t(mayRun ? 'helped' : 'noHelp') : t('help')}
        </Button>
      )}
      <Button
        size="small"
        variant={isOver ? 'primary' : 'quiet'}
        aria-label={t('backTo', { title: name })}
        icon={<Undo2 size={16} aria-hidden />}
        onClick={() => goToMap(map)}
      >
        {left === undefined ? t('back') : t('going', { seconds: left })}
      </Button>
    </GroupsStrip>
  )
}
