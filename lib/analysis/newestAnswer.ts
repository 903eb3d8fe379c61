/** What an answering service asks of where it runs. */
export interface AnswerHost<Reply> {
  /** Milliseconds, from any beginning. */
  now(): number
  /** Calls back once what came in meanwhile has been received. */
  yieldTurn(callback: () => void): void
  reply(request: number, reply: Reply): void
}

/** Milliseconds after which work lets a newer question come in. */
const turn = 20

/**
 * Answers numbered questions off the main thread, the newest only: one that is overtaken before its
 * turn is not answered, and one that is being worked on is given up.
 * @param work yields where `isPaused` says so
 */
export function createNewestAnswer<Asked, Reply>(
  host: AnswerHost<Reply>,
  work: (asked: Asked, isPaused: () => boolean) => Generator<undefined, Reply>,
): (request: number, asked: Asked) => void {
  let newest = -1
  return (request, asked) => {
    newest = request
    host.yieldTurn(() => {
      if (request !== newest) return
      let turnEnd = 0
      const steps = work(asked, () => host.now() > turnEnd)
      const goOn = (): void => {
        if (request !== newest) return
        turnEnd = host.now() + turn
        const step = steps.next()
        if (step.done === true) host.reply(request, step.value)
        else host.yieldTurn(goOn)
      }
      goOn()
    })
  }
}
