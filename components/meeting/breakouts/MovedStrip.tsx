'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { BreakoutOf } from '../../../lib/protocol/breakouts'
import { announce } from '../../hooks/announcer'
import { useEditor } from '../../hooks/EditorProvider'
import { Button } from '../../ui/Button'
import { GroupsStrip } from './GroupsStrip'
import { useBreakoutActs } from './useBreakouts'
import { useCountdown } from './useCountdown'
import { useNewGroup } from './useNewGroup'
import { withWhom } from './withWhom'

/** On a group's map, for who has been put into another group since: which one, with whom, and the way there. */
export function MovedStrip({ of }: { readonly of: BreakoutOf }) {
  const t = useTranslations('breakouts.own')
  const { mapId } = useEditor()
  const { seat, group, self } = useNewGroup(of)
  const { busy, enter } = useBreakoutActs(seat)
  const { left, cancel } = useCountdown(`${mapId} moved`, group && `${of.id} ${group.id}`, () => {
    if (group) void enter(group.id)
  })
  const text = group ? t('moved', { group: group.name }) : ''
  useEffect(() => {
    if (text !== '') announce(text)
  }, [text])
  if (!group) return null
  const others = group.people.filter(({ id }) => id !== self).map(({ name }) => name)
  return (
    <GroupsStrip isUrgent label={t('movedStrip')} lines={[text, withWhom(t, others)]}>
      {left === undefined ? null : (
        <Button size="small" variant="quiet" onClick={cancel}>
          {t('stay')}
        </Button>
      )}
      <Button size="small" variant="primary" busy={busy} onClick={() => void enter(group.id)}>
        {left === undefined ? t('go') : t('going', { seconds: left })}
      </Button>
    </GroupsStrip>
  )
}
