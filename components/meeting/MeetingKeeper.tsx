'use client'
import { RestoredKeeper } from '../panels/versions/RestoredKeeper'
import { AgendaKeeper } from './AgendaKeeper'
import { BreakoutsKeeper } from './breakouts/BreakoutsKeeper'
import { CommentsKeeper } from './comments/CommentsKeeper'
import { DoorKeeper } from './door/DoorKeeper'
import { PeopleKeeper } from './people/PeopleKeeper'
import { ProtectionKeeper } from './protection/ProtectionKeeper'
import { RoundsKeeper } from './RoundsKeeper'
import { TimerKeeper } from './TimerKeeper'

/** Keeps up with the meeting, shows the reactions that float by, and says when somebody puts a version back. */
export function MeetingKeeper() {
  return (
    <>
      <TimerKeeper />
      <ProtectionKeeper />
      <AgendaKeeper />
      <BreakoutsKeeper />
      <RoundsKeeper />
      <PeopleKeeper />
      <DoorKeeper />
      <CommentsKeeper />
      <RestoredKeeper />
    </>
  )
}
