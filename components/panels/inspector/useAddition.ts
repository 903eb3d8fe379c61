import { useEffect, useRef, useState } from 'react'
import { additionAnswerSchema, type AdditionAnswer } from '../../../lib/protocol/addition'
import { ask, seatPath } from '../../hooks/api'
import { useSeat } from '../../hooks/useRounds'

/** An element or a link. */
export interface AddedRecord {
  readonly root: 'elements' | 'links'
  readonly id: string
}

/** Milliseconds after which the server has written down what was just changed, here or elsewhere. */
const settledAfter = 1_500

/**
 * Who added something and who last changed it, by the server's books; asked anew when it has changed. Undefined until the
 * server has answered; nothing in it where what the record says of itself stands, and where the server cannot be asked.
 * @param record as it is now
 */
export function useAddition({ root, id }: AddedRecord, record: object): AdditionAnswer | undefined {
  const { mapId, participant } = useSeat()
  const path = seatPath({ mapId, participant }, `/added/${root}/${encodeURIComponent(id)}`)
  const [told, setTold] = useState<{ readonly path: string; readonly answer: AdditionAnswer }>()
  const asked = useRef<string>(undefined)
  useEffect(() => {
    const find = async (): Promise<void> => {
      const done = await ask(path, additionAnswerSchema)
      if (asked.current !== path) return
      // What was told stands where the server cannot be asked now.
      setTold((before) => (done.ok || before?.path !== path ? { path, answer: done.ok ? done.value : {} } : before))
    }
    const isFirst = asked.current !== path
    asked.current = path
    if (isFirst) {
      void find()
      return undefined
    }
    const timer = setTimeout(() => void find(), settledAfter)
    return () => clearTimeout(timer)
  }, [path, record])
  return told?.path === path ? told.answer : undefined
}
