import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGraphAsker, type GraphRequest } from '../../../components/hooks/graphAsker'
import type { WorkerPort } from '../../../components/hooks/graphWorkerKeeper'
import { createObservable } from '../../../lib/base/observable'
import { emptyMapView } from '../../../lib/model/mapView'
import { element, testView } from '../../helpers/testMap'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A worker that keeps what it is told, and answers when the test says so. */
function fakeWorker() {
  const told: GraphRequest<string>[] = []
  let hear: (event: MessageEvent) => void = () => undefined
  let break_: () => void = () => undefined
  let isOver = false
  const port: WorkerPort = {
    postMessage: (message) => told.push(structuredClone(message) as GraphRequest<string>),
    addEventListener: (type: 'message' | 'error', listener: (event: MessageEvent) => void) => {
      if (type === 'message') hear = listener
      else break_ = () => listener(new MessageEvent('error'))
    },
    terminate: () => {
      isOver = true
    },
  }
  const questions = () => told.flatMap(({ question }) => question ?? [])
  return {
    port,
    questions,
    /** Records sent since the last call. */
    takeRecords: () =>
      told.splice(0).reduce((sum, { news }) => sum + (news?.elements.length ?? 0) + (news?.links.length ?? 0), 0),
    reply: (request: number, reply: string) => hear(new MessageEvent('message', { data: { request, reply } })),
    fail: () => break_(),
    isOver: () => isOver,
  }
}

function ring(size: number, labels: Readonly<Record<string, string>> = {}) {
  const ids = Array.from({ length: size }, (_, index) => `v${index}`)
  return testView({
    elements: Object.fromEntries(ids.map((id) => [id, labels[id] === undefined ? {} : { label: labels[id] }])),
    links: Object.fromEntries(
      ids.map((id, index) => [`l${index}`, { from: id, to: ids[(index + 1) % size] ?? id, polarity: '+' }]),
    ),
  })
}

function open(size = 3) {
  const view = createObservable(ring(size))
  const workers: ReturnType<typeof fakeWorker>[] = []
  const replies: string[] = []
  let failures = 0
  const asker = createGraphAsker<string, string>({
    view,
    open: () => {
      const worker = fakeWorker()
      workers.push(worker)
      return worker.port
    },
    onReply: (reply, question) => replies.push(`${question} ${reply}`),
    onFailure: () => {
      failures += 1
    },
  })
  /** One label is another: all other records are the same objects. */
  const rename = (label: string): void => {
    const before = view.get()
    const id = element('v1')
    const old = before.elements.get(id)
    if (old?.kind !== 'variable') throw new Error('no variable')
    view.set({ ...before, elements: new Map([...before.elements, [id, { ...old, label }]]) })
    vi.advanceTimersByTime(50)
  }
  return { view, asker, workers, replies, rename, failures: () => failures }
}

describe('asking a worker about the causal graph of a map', () => {
  it('WORK-2: nothing is opened before something is asked; then the map is told first', () => {
    const { asker, workers } = open()
    vi.advanceTimersByTime(1_000)
    expect(workers).toHaveLength(0)
    asker.ask('one')
    asker.ask('two')
    vi.advanceTimersByTime(1_000)
    expect(workers[0]?.questions()).toEqual([{ request: 1, asked: 'two' }])
    expect(workers[0]?.takeRecords()).toBe(6)
  })

  it('WORK-2: of a change, only what is new is told, however large the map; what moves is not told at all', () => {
    const { view, asker, workers, rename } = open(1_500)
    asker.ask('one')
    vi.advanceTimersByTime(1_000)
    expect(workers[0]?.takeRecords()).toBe(3_000)
    rename('Another')
    expect(workers[0]?.questions()).toHaveLength(1)
    expect(workers[0]?.takeRecords()).toBe(1)
    asker.ask('two')
    vi.advanceTimersByTime(50)
    expect(workers[0]?.takeRecords()).toBe(0)
    view.set({ ...view.get(), positions: emptyMapView(view.get().meta).positions })
    vi.advanceTimersByTime(50)
    expect(workers[0]?.questions()).toEqual([])
  })

  it('WORK-2: no piece of a large map is of more than a thousand elements and as many links', () => {
    const { asker, workers } = open(1_500)
    asker.ask('one')
    vi.advanceTimersToNextTimer()
    expect(workers[0]?.takeRecords()).toBe(2_000)
    vi.advanceTimersToNextTimer()
    expect(workers[0]?.takeRecords()).toBe(1_000)
  })

  it('WORK-1: an answer to what is not asked any more is not heard', () => {
    const { asker, workers, replies } = open()
    asker.ask('one')
    vi.advanceTimersByTime(50)
    asker.ask('two')
    workers[0]?.reply(1, 'late')
    workers[0]?.reply(2, 'in time')
    asker.ask(undefined)
    workers[0]?.reply(2, 'for nobody')
    expect(replies).toEqual(['two in time'])
  })

  it('WORK-3: a worker that fails is told of, and another gets the question when the map changes', () => {
    const { asker, workers, replies, rename, failures } = open()
    asker.ask('one')
    vi.advanceTimersByTime(50)
    workers[0]?.fail()
    expect(failures()).toBe(1)
    expect(workers[0]?.isOver()).toBe(true)
    vi.advanceTimersByTime(10_000)
    expect(workers).toHaveLength(1)
    rename('Another')
    expect(workers).toHaveLength(2)
    const [asked] = workers[1]?.questions() ?? []
    workers[1]?.reply(asked?.request ?? -1, 'after all')
    expect(replies).toEqual(['one after all'])
  })
})
