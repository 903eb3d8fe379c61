'use client'
import { useMemo } from 'react'
import type { Result } from '../../../lib/base/result'
import type { PersonChanges, Reaction } from '../../../lib/protocol/people'
import { isAtLeast } from '../../../lib/protocol/role'
import type { ApiProblem } from '../../hooks/api'
import { useApiProblem } from '../../hooks/useApiProblem'
import type { Person } from '../../hooks/editor'
import { useSelf, usePeople } from '../../hooks/useMap'
import { useSeat } from '../../hooks/useRounds'
import { toast } from '../../ui/toast'
import { peopleApi } from './peopleApi'
import { isSameListed, listPeople, type PersonLine } from './peopleRows'

const everyone = (people: readonly Person[]): readonly Person[] => people

/** Everyone who is here, oneself first. */
export function usePeopleLines(): readonly PersonLine[] {
  const people = usePeople(everyone, isSameListed)
  const self = useSelf()
  return useMemo(() => listPeople(people, self), [people, self])
}

interface PeopleActs {
  readonly mayRun: boolean
  /** True if it was done; what was not is said. */
  change(person: string, changes: PersonChanges): Promise<boolean>
  raiseHand(raised: boolean): Promise<boolean>
  react(reaction: Reaction): Promise<boolean>
}

/** What one may ask of the server about people, with words for what it refuses. */
export function usePeopleActs(): PeopleActs {
  const say = useApiProblem()
  const seat = useSeat()
  const { role } = useSelf()
  return useMemo(() => {
    const tell = async (asked: Promise<Result<unknown, ApiProblem>>): Promise<boolean> => {
      const answer = await asked
      if (answer.ok) return true
      toast.error(say(answer.reason), { id: 'people' })
      return false
    }
    return {
      mayRun: isAtLeast(role, 'facilitator'),
      change: async (person, changes) => tell(peopleApi.change(seat, person, changes)),
      raiseHand: async (raised) => tell(peopleApi.raiseHand(seat, raised)),
      react: async (reaction) => tell(peopleApi.react(seat, reaction)),
    }
  }, [seat, role, say])
}
