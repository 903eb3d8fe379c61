'use client'
import { useTranslations } from 'next-intl'
import { Switch } from '../../ui/Switch'
import { useDoor, useSetDoor } from './useDoor'

/** "People wait until I start", for those who run the meeting. */
export function DoorSwitch() {
  const t = useTranslations('door')
  const door = useDoor()
  const { busy, setDoor } = useSetDoor()
  return (
    <Switch
      label={t('keep')}
      hint={t('keepHint')}
      checked={door?.waits === true}
      disabled={door === undefined || busy}
      onChange={(waits) => void setDoor(waits)}
    />
  )
}
