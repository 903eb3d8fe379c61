'use client'
import { HoldKeeper } from '../hold/HoldKeeper'
import { GatherKeeper } from './GatherKeeper'
import { ReactionLayer } from './ReactionLayer'
import { useAway } from './useAway'
import { useStandingWords } from './useStandingWords'

/** What the meeting asks of every tab: to say when one is away, to tell what changed, to come along, to show reactions. */
export function PeopleKeeper() {
  useAway()
  useStandingWords()
  return (
    <>
      <GatherKeeper />
      <HoldKeeper />
      <ReactionLayer />
    </>
  )
}
