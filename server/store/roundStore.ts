import type { MapId } from '../../lib/base/ids'
import type { RoundState } from '../../lib/protocol/round'

/**
 * Where rounds and their answers are kept: a part of `MapStore`, with the same promise that what is
 * answered is durable. Its contract suite is tests/contract/roundStoreContract.ts.
 */
export interface RoundStore {
  /**
   * Adds a round. Of one step of the agenda one round at a time is not revealed: if there is one, nothing is added.
   * Rejects if there is no such map, or another round with this id.
   * @returns the round that is there now: this one, or the step's
   */
  addRound(round: StoredRound): Promise<StoredRound>
  findRound(map: MapId, id: string): Promise<StoredRound | undefined>
  /** Oldest first. */
  listRounds(map: MapId): Promise<readonly StoredRound[]>
  /** Takes a round and its answers away. */
  deleteRound(map: MapId, id: string): Promise<void>
  /** What the answers came to, as JSON; undefined before the reveal. */
  findOutcome(map: MapId, id: string): Promise<string | undefined>
  /**
   * Changes a round by what it and its answers are, all of it or nothing: from what `change` is given until what it
   * returns is stored, no answer comes or goes and nobody else changes the round.
   * What its answers came to is given along once it is revealed.
   * @param change quick, and nothing else is to follow from it: it may be called again; undefined leaves all as it is
   * @returns the round as it is then; undefined if there is none
   */
  changeRound(
    map: MapId,
    id: string,
    change: (
      round: StoredRound,
      answers: readonly StoredAnswer[],
      outcome: string | undefined,
    ) => RoundChanges | undefined,
  ): Promise<StoredRound | undefined>

  /**
   * Stores somebody's answer, in place of an earlier one; without `answer` takes that back.
   * @returns false if the round is not open, and nothing has changed
   */
  putAnswer(round: string, given: StoredAnswer | Taken): Promise<boolean>
  findAnswer(round: string, voter: string): Promise<StoredAnswer | undefined>
  /** By voter, which says nothing of when they were given. */
  listAnswers(round: string): Promise<readonly StoredAnswer[]>
  listVoters(round: string): Promise<readonly string[]>
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
  readonly itemsShown: number | undefined
  /** The step of the agenda that it was prepared with. */
  readonly step: string | undefined
  /** When it came with the file that the map was made of; undefined: it was asked on this map. */
  readonly importedAt: number | undefined
}

/** A round that is over, with what it came to as JSON. */
export interface StoredHistory extends StoredRound {
  readonly outcome: string
}

export interface RoundChanges extends Partial<
  Pick<StoredRound, 'state' | 'endedAt' | 'asked' | 'done' | 'itemsShown'>
> {
  /** What the answers came to, as JSON: in place of the answers, which are forgotten. */
  readonly outcome?: string
}

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
