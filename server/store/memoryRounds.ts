import type { MapId } from '../../lib/base/ids'
import type { RoundStore, StoredAnswer, StoredHistory, StoredRound } from './roundStore'

/** Rounds and their answers in memory. Same promises as `RoundStore`, but for what outlives the process. */
export interface MemoryRounds extends RoundStore {
  deleteRoundsOf(map: MapId): void
  /** Keeps rounds that are over: all of them, or none where one is known. */
  addHistory(history: readonly StoredHistory[]): void
}

/**
 * @param enter waits for its turn, and fails when the store is closed
 * @param belongs throws if there is no such map
 */
export function createMemoryRounds(enter: () => Promise<void>, belongs: (map: MapId) => void): MemoryRounds {
  const rounds = new Map<string, StoredRound>()
  const answers = new Map<string, Map<string, StoredAnswer>>()
  const outcomes = new Map<string, string>()
  const answersOf = (round: string): StoredAnswer[] =>
    [...(answers.get(round)?.values() ?? [])].sort((a, b) => (a.voter < b.voter ? -1 : 1))
  const forget = (round: string): void => {
    rounds.delete(round)
    answers.delete(round)
    outcomes.delete(round)
  }

  return {
    async addRound(round) {
      await enter()
      belongs(round.map)
      if (rounds.has(round.id)) throw new Error(`There is a round ${round.id} already.`)
      const known = [...rounds.values()].find(
        ({ map, step, state }) =>
          map === round.map && step !== undefined && step === round.step && state !== 'revealed',
      )
      if (known !== undefined) return known
      rounds.set(round.id, round)
      return round
    },
    async findRound(map, id) {
      await enter()
      const round = rounds.get(id)
      return round?.map === map ? round : undefined
    },
    async listRounds(map) {
      await enter()
      return [...rounds.values()]
        .filter((round) => round.map === map)
        .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
    },
    async deleteRound(map, id) {
      await enter()
      if (rounds.get(id)?.map === map) forget(id)
    },
    async findOutcome(map, id) {
      await enter()
      return rounds.get(id)?.map === map ? outcomes.get(id) : undefined
    },
    async changeRound(map, id, change) {
      await enter()
      const before = rounds.get(id)
      if (before?.map !== map) return undefined
      const changes = change(before, answersOf(id), outcomes.get(id))
      if (changes === undefined) return before
      const { outcome, ...rest } = changes
      const after = { ...before, ...rest }
      rounds.set(id, after)
      if (outcome !== undefined) {
        outcomes.set(id, outcome)
        answers.delete(id)
      }
      return after
    },

    async putAnswer(round, given) {
      await enter()
      if (rounds.get(round)?.state !== 'open') return false
      const there = answers.get(round) ?? new Map<string, StoredAnswer>()
      answers.set(round, there)
      if (given.answer === undefined) there.delete(given.voter)
      else there.set(given.voter, given)
      return true
    },
    async findAnswer(round, voter) {
      await enter()
      return answers.get(round)?.get(voter)
    },
    async listAnswers(round) {
      await enter()
      return answersOf(round)
    },
    async listVoters(round) {
      await enter()
      return answersOf(round).map(({ voter }) => voter)
    },
    addHistory(history) {
      for (const { id } of history) if (rounds.has(id)) throw new Error(`There is a round ${id} already.`)
      for (const { outcome, ...round } of history) {
        rounds.set(round.id, round)
        outcomes.set(round.id, outcome)
      }
    },
    deleteRoundsOf(map) {
      for (const round of rounds.values()) if (round.map === map) forget(round.id)
    },
  }
}
