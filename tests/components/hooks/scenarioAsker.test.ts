import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { WorkerPort } from '../../../components/hooks/graphWorkerKeeper'
import {
  createScenarioAsker,
  type ScenarioMessage,
  type ScenarioReply,
  type ScenarioTold,
} from '../../../components/hooks/scenarios/scenarioAsker'
import { buildCausalGraph } from '../../../lib/analysis/causalGraph'
import { createObservable } from '../../../lib/base/observable'
import { testView } from '../../helpers/testMap'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('WHATIF-11: an answer that comes too late still brings the graph, which is told once', () => {
  const view = createObservable(testView({ elements: { a: {}, b: {} }, links: { l: { from: 'a', to: 'b' } } }))
  const asked: number[] = []
  let hear: (event: MessageEvent) => void = () => undefined
  const port: WorkerPort = {
    postMessage: (message) => {
      const { request } = message as ScenarioMessage
      if (request !== undefined) asked.push(request.request)
    },
    addEventListener: (type: 'message' | 'error', listener: (event: MessageEvent) => void) => {
      if (type === 'message') hear = listener
    },
    terminate: () => undefined,
  }
  const told: ScenarioTold[] = []
  const asker = createScenarioAsker({
    view,
    open: () => port,
    onReply: (reply) => told.push(reply),
    onFailure: () => undefined,
  })
  const reply = (data: ScenarioReply) => hear(new MessageEvent('message', { data }))
  asker.compare([])
  vi.advanceTimersByTime(50)
  asker.compare([])
  vi.advanceTimersByTime(50)
  const [first, second] = asked
  if (first === undefined || second === undefined) throw new Error('asked less than twice')

  const graph = buildCausalGraph(new Map(), [])
  reply({ answer: { kind: 'compare', request: first, outcomes: [] }, graph })
  expect(told).toEqual([])
  reply({ answer: { kind: 'compare', request: second, outcomes: [] } })
  expect(told).toEqual([{ answer: { kind: 'compare', request: second, outcomes: [] }, graph }])
  asker.stop()
})
