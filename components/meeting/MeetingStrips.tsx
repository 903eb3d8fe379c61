'use client'
import { MeetingStrip } from './MeetingStrip'
import { SpeakingStrip } from './people/SpeakingStrip'
import { RoundStrips } from './RoundStrips'

/** What the meeting says over the map: the step and its timer, what is asked, who waits to speak. */
export function MeetingStrips() {
  return (
    <>
      <MeetingStrip />
      <RoundStrips />
      <SpeakingStrip />
    </>
  )
}
