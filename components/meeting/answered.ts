import { createObservable, type Observable } from '../../lib/base/observable'

const known = createObservable<ReadonlyMap<string, boolean>>(new Map())

/** Which rounds this person has answered, as far as this tab knows. */
export const answered: Observable<ReadonlyMap<string, boolean>> = known

/** Notes whether the server has an answer of this person. */
export function noteAnswered(round: string, has: boolean): void {
  if (known.get().get(round) !== has) known.set(new Map([...known.get(), [round, has]]))
}
