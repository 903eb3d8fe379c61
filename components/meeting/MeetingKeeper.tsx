'use client'
import { AgendaKeeper } from './AgendaKeeper'
import { BreakoutsKeeper } from './breakouts/BreakoutsKeeper'
import { CommentsKeeper } from './comments/CommentsKeeper'
import { DoorKeeper } from './door/DoorKeeper'
import { PeopleKeeper } from './people/PeopleKeeper'
import { ProtectionKeeper } from './protection/ProtectionKeeper'
import { RoundsKeeper } from './RoundsKeeper'
import { TimerKeeper } from './TimerKeeper'

/** Keeps up with the meeting, and shows the reactions that float by. */
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
    </>
  )
}
