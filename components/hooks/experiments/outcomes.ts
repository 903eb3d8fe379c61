import type { ExperimentQuestion } from '../../../lib/analysis/experimentQuestion'
import type { ToldOutcome } from '../../../lib/analysis/runExperiment'
import { createObservable, type Observable } from '../../../lib/base/observable'
import type { Editor } from '../../../lib/editor/editor'
import { createGraphAsker, type GraphAsker } from '../graphAsker'

/** What the experiment that is looked at would come to, as far as it has been worked out. */
export interface KnownOutcome {
  /** Of the experiment; undefined before anything was asked. */
  readonly id: string | undefined
  /** Undefined until the first answer; while the map or the marks change, the last one stands. */
  readonly outcome: ToldOutcome | undefined
  /** The worker has failed: another is tried when the map changes. */
  readonly failed: boolean
}

/** Works out what one experiment of a map would come to, in a worker, whoever on the page wants to know. */
export interface OutcomeKeeper {
  readonly state: Observable<KnownOutcome>
  ask(question: ExperimentQuestion): void
  /** Works while anybody holds it. */
  hold(): () => void
}

const keepers = new WeakMap<Editor, OutcomeKeeper>()

/** The one of this map: an experiment that is looked at in a panel and on the map is worked out once. */
export function outcomesOf(editor: Editor): OutcomeKeeper {
  const known = keepers.get(editor)
  if (known !== undefined) return known
  const made = createOutcomeKeeper(editor)
  keepers.set(editor, made)
  return made
}

function createOutcomeKeeper({ view }: Editor): OutcomeKeeper {
  const state = createObservable<KnownOutcome>({ id: undefined, outcome: undefined, failed: false })
  let asker: GraphAsker<ExperimentQuestion> | undefined
  let asked = ''
  let holders = 0
  return {
    state,
    ask(question) {
      const text = JSON.stringify(question)
      if (text === asked || asker === undefined) return
      asked = text
      const { id, outcome } = state.get()
      state.set({ id: question.id, outcome: id === question.id ? outcome : undefined, failed: false })
      asker.ask(question)
    },
    hold() {
      holders += 1
      asker ??= createGraphAsker<ExperimentQuestion, ToldOutcome>({
        view,
        open: () => new Worker(new URL('./experimentWorker.ts', import.meta.url), { type: 'module' }),
        onReply: (outcome, { id }) => state.set({ id, outcome, failed: false }),
        onFailure: () => state.set({ ...state.get(), failed: true }),
      })
      return () => {
        holders -= 1
        if (holders > 0) return
        asker?.stop()
        asker = undefined
        asked = ''
      }
    },
  }
}
