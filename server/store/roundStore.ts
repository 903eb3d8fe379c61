import type { MapId } from '../../lib/base/ids'
import type { RoundState } from '../../lib/protocol/round'

/**
 * Where rounds and their answers are kept: a part of `MapStore`, with the same promise that what is
 * answered is durable. Its contract suite is tests/contract/roundStoreContract.ts.
 */
export interface RoundStore {
  /** Rejects if there is no such map, or such a round already. */
  addRound(round: StoredRound): Promise<void>
  findRound(map: MapId, id: string): Promise<StoredRound | undefined>
  /** Oldest first. */
  listRounds(map: MapId): Promise<readonly StoredRound[]>
  /** Takes a round and its answers away. */
  deleteRound(map: MapId, id: string): Promise<void>
  /**
   * Changes a round's state if it is `from` now. From a round that is not open no answer is taken
   * any more: those that `listAnswers` gives after it are all there will be.
   * @returns false if it was in another state, and nothing has changed
   */
  moveRound(id: string, from: RoundState, to: RoundState, changes?: RoundChanges): Promise<boolean>

  /**
   * Stores somebody's answer, in place of an earlier one; without `answer` takes that back.
   * @returns false if the round is not open, and nothing has changed
   */
  putAnswer(round: string, given: StoredAnswer | Taken): Promise<boolean>
  findAnswer(round: string, voter: string): Promise<StoredAnswer | undefined>
  /** By voter, which says nothing of when they were given. */
  listAnswers(round: string): Promise<readonly StoredAnswer[]>
  listVoters(round: string): Promise<readonly string[]>
  /** Forgets who said what, once there is an outcome. */
  deleteAnswers(round: string): Promise<void>
}

export interface StoredRound {
  readonly id: string
  readonly map: MapId
  /** What was asked, as JSON. */
  readonly setup: string
  readonly labels: Readonly<Record<string, string>>
  readonly state: RoundState
  readonly openedAt: number
  readonly openedBy: string
  readonly endedAt: number | undefined
  readonly asked: number | undefined
  readonly done: number | undefined
  /** What the answers came to, as JSON. */
  readonly outcome: string | undefined
  readonly itemsShown: number | undefined
}

export type RoundChanges = Partial<Pick<StoredRound, 'endedAt' | 'asked' | 'done' | 'outcome' | 'itemsShown'>>

export interface StoredAnswer {
  readonly voter: string
  /** Who it was; only where the round keeps names. */
  readonly respondent: { readonly id: string; readonly name: string } | undefined
  readonly answer: unknown
  readonly at: number
}

/** An answer that is taken back. */
export interface Taken {
  readonly voter: string
  readonly answer: undefined
}
