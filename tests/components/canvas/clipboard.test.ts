import { afterEach, describe, expect, it } from 'vitest'
import { copiedText, cutSelection } from '../../../components/canvas/clipboard'
import { pasteText } from '../../../components/canvas/pasteText'
import { decodeFragment } from '../../../lib/commands/fragment'
import { coverProtection } from '../../../lib/editor/protectionCover'
import { noProtection } from '../../../lib/practice/protection'
import { limits } from '../../../lib/base/limits'
import { elements, type TestMapParts } from '../../helpers/testMap'
import { openTestStage, type TestStage } from '../../helpers/testStage'

const open: TestStage[] = []
afterEach(() => {
  for (const stage of open.splice(0)) stage.close()
})
async function stageOf(parts: TestMapParts): Promise<TestStage> {
  const made = await openTestStage(parts)
  open.push(made)
  return made
}

const framed = (locked?: string): TestMapParts => ({
  elements: Object.fromEntries(
    ['f', 'in', 'out'].map((id) => [
      id,
      { ...(id === 'f' && { kind: 'frame' }), ...(id === locked && { locked: true }) },
    ]),
  ),
  links: { across: { from: 'in', to: 'out' } },
  positions: { f: [0, 0, 400, 300], in: [0, 20], out: [600, 0] },
})

const labelsOf = ({ stage }: TestStage): string[] =>
  [...stage.editor.view.get().elements.values()].map(({ label }) => label).sort()

function labelsIn(text: string | undefined): string[] {
  const fragment = decodeFragment(text ?? '')
  return fragment.ok ? [...fragment.value.elements.values()].map(({ label }) => label).sort() : []
}

describe('cut and paste', () => {
  it('CLIP-1: a cut frame goes with its contents, and comes back once', async () => {
    const open = await stageOf(framed())
    const { stage } = open
    stage.editor.select({ elements: elements('f'), links: [] })
    const cut = cutSelection(stage)
    expect(labelsIn(cut?.text)).toEqual(['F', 'IN'])
    cut?.remove()
    expect(labelsOf(open)).toEqual(['OUT'])
    pasteText(stage, cut?.text ?? '')
    expect(labelsOf(open)).toEqual(['F', 'IN', 'OUT'])
    stage.editor.undo()
    stage.editor.undo()
    expect(labelsOf(open)).toEqual(['F', 'IN', 'OUT'])
  })

  it('CLIP-1: what is locked in a cut frame is neither taken nor doubled', async () => {
    const open = await stageOf(framed('in'))
    open.stage.editor.select({ elements: elements('f'), links: [] })
    const cut = cutSelection(open.stage)
    expect(labelsIn(cut?.text)).toEqual(['F'])
    cut?.remove()
    expect(labelsOf(open)).toEqual(['IN', 'OUT'])
  })

  it('CLIP-1: a locked frame is not cut, nor anything in it; the person is told why', async () => {
    const open = await stageOf(framed('f'))
    open.stage.editor.select({ elements: elements('f'), links: [] })
    expect(cutSelection(open.stage)).toBeUndefined()
    expect(labelsOf(open)).toEqual(['F', 'IN', 'OUT'])
    expect(open.told).toEqual(['locked'])
  })

  it('CLIP-1: of what a meeting has locked nothing is copied, the clipboard keeps what it had, and the person is told why', async () => {
    const open = await stageOf(framed())
    const { stage } = open
    const protection = { ...noProtection, elements: ['out'] }
    stage.editor.cover(coverProtection({ protection, isFree: false, isOwn: () => false }))
    stage.editor.select({ elements: elements('out'), links: [] })
    expect(copiedText(stage)).toBeUndefined()
    expect(labelsOf(open)).toEqual(['F', 'IN', 'OUT'])
    expect(open.told).toEqual(['sealed'])
    // Beside something else it is left out without a word, and nothing is deleted by a copy.
    stage.editor.select({ elements: elements('in', 'out'), links: [] })
    expect(labelsIn(copiedText(stage))).toEqual(['IN'])
    expect(labelsOf(open)).toEqual(['F', 'IN', 'OUT'])
    expect(open.told).toEqual(['sealed'])
  })

  it('a copy takes locked elements along', async () => {
    const { stage } = await stageOf(framed('in'))
    stage.editor.select({ elements: elements('f'), links: [] })
    expect(labelsIn(copiedText(stage))).toEqual(['F', 'IN'])
  })
})

describe('pasted text', () => {
  const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
  const made = ({ stage }: TestStage) => {
    const [element] = [...stage.editor.view.get().elements.values()]
    if (element === undefined) throw new Error('nothing was pasted')
    return element
  }

  it('CLIP-2: what is too long for a name is kept whole, its rest as the description', async () => {
    const open = await stageOf({})
    const text = words(100)
    expect(pasteText(open.stage, text)).toBe('rest-in-description')
    const { label, description } = made(open)
    expect(label.length).toBeLessThanOrEqual(limits.label)
    expect(`${label} ${description}`).toBe(text)
  })

  it('CLIP-2: no character is cut in two', async () => {
    for (const sign of ['🌳', '👩🏽‍⚕️', 'é']) {
      const open = await stageOf({})
      const text = `x${sign.repeat(400)}`
      expect(pasteText(open.stage, text)).toBe('rest-in-description')
      const { label, description } = made(open)
      expect(label + description).toBe(text)
      expect([label.endsWith(sign), description.startsWith(sign)]).toEqual([true, true])
    }
  })

  it('CLIP-2: a heap of marks longer than a name is cut between code points', async () => {
    const open = await stageOf({})
    const text = '\u{1F3FD}'.repeat(200).padStart(401, '\u{0301}')
    pasteText(open.stage, text)
    const { label, description } = made(open)
    expect(label + description).toBe(text)
    expect(() => encodeURIComponent(label)).not.toThrow()
  })

  it('CLIP-2: what fits is a name and nothing else', async () => {
    const open = await stageOf({})
    const text = 'x'.repeat(limits.label)
    expect(pasteText(open.stage, ` ${text}\n`)).toBe('done')
    expect(made(open)).toMatchObject({ label: text, description: '' })
  })
})
