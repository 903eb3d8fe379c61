'use client'
import { useEffect, useRef, useState } from 'react'
import { useEditor } from './EditorProvider'
import { createGraphAsker, type GraphAsker } from './graphAsker'
import type { WorkerPort } from './graphWorkerKeeper'
import { useFailedWork } from './useFailedWork'

/**
 * The answer of a worker to a question about the causal graph of the map, worked out anew when the map
 * changes, while a component that uses this is on the screen. Undefined while nothing is asked and until
 * the first answer; afterwards the last answer stands until the next, with the question that it answers.
 * @param open opens the worker; not before something is asked
 * @param question plain data: asked again if it is another one by its JSON
 */
export function useGraphAnswer<Question, Reply>(
  open: () => WorkerPort,
  question: Question | undefined,
): { readonly asked: string; readonly reply: Reply } | undefined {
  const { view } = useEditor()
  const asker = useRef<GraphAsker<Question>>(undefined)
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly reply: Reply }>()
  const sayFailed = useFailedWork()
  const asked = question === undefined ? undefined : JSON.stringify(question)
  useEffect(() => {
    const made = createGraphAsker<Question, Reply>({
      view,
      open,
      onReply: (reply, about) => setAnswer({ asked: JSON.stringify(about), reply }),
      onFailure: sayFailed,
    })
    asker.current = made
    return () => made.stop()
  }, [view, open, sayFailed])
  useEffect(() => {
    // Several changes of one moment are one question.
    const timer = setTimeout(() => {
      asker.current?.ask(asked === undefined ? undefined : (JSON.parse(asked) as Question))
    }, 16)
    return () => clearTimeout(timer)
  }, [asked, view, open, sayFailed])
  return asked === undefined ? undefined : answer
}
