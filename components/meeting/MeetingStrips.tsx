'use client'
import { DoorStrip } from './door/DoorStrip'
import { HoldStrip } from './hold/HoldStrip'
import { BreakoutStrips } from './breakouts/BreakoutStrips'
import { MeetingStrip } from './MeetingStrip'
import { SpeakingStrip } from './people/SpeakingStrip'
import { RoundStrips } from './RoundStrips'

/** What the meeting says over the map: who waits at the door, that it is held, the step and its timer, what is asked, who waits to speak. */
export function MeetingStrips() {
  return (
    <>
      <DoorStrip />
      <HoldStrip />
      <MeetingStrip />
      <BreakoutStrips />
      <RoundStrips />
      <SpeakingStrip />
    </>
  )
}
