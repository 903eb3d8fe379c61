import { describe, expect, it } from 'vitest'
import { addLink } from '../../../lib/commands/addLink'
import { deleteRecords } from '../../../lib/commands/deleteRecords'
import { nameLoop } from '../../../lib/commands/nameLoop'
import { renameElement } from '../../../lib/commands/renameElement'
import { savePractice } from '../../../lib/commands/savePractice'
import { setDescription } from '../../../lib/commands/setDescription'
import { setLinkFields } from '../../../lib/commands/setLinkFields'
import { bringWords } from '../../../lib/editor/bringWords'
import type { ToldUnseen } from '../../../lib/editor/unseen'
import { threeInARow, type Visitor } from '../../helpers/mapVisitors'
import { element, link, links } from '../../helpers/testMap'

const later = 1_000

/** Ana and Ben on a map with a loop, and what they were told. */
async function anaAndBen() {
  const { enter, clock, server } = await threeInARow()
  const [ana, ben] = [await enter('Ana'), await enter('Ben')]
  ana.editor.run(addLink, { from: element('b'), to: element('a'), id: link('ba') })
  clock.advance(later)
  const key = 'ab.ba'
  const listen = (one: Visitor): ToldUnseen[] => {
    const told: ToldUnseen[] = []
    one.editor.onUnseen((unseen) => told.push(unseen))
    return told
  }
  const listenOwn = (one: Visitor): ToldUnseen[] => {
    const told: ToldUnseen[] = []
    one.editor.onUnseen((unseen) => {
      if (unseen.whose === 'own') told.push(unseen)
    })
    return told
  }
  const tell = ({ editor }: Visitor, note: string) => editor.run(nameLoop, { key, note })
  const story = ({ editor }: Visitor) => [...editor.view.get().loops.values()][0]?.note
  return { ana, ben, clock, server, enter, listen, listenOwn, tell, story }
}

describe('words that gave way unseen', () => {
  it('TAKE-7: of a story written on both sides of a gap, whoever lost theirs is told once, and can add it', async () => {
    const { ana, ben, clock, listenOwn, tell, story } = await anaAndBen()
    const told = { ana: listenOwn(ana), ben: listenOwn(ben) }
    ben.client.drop()
    tell(ben, 'Ben began')
    tell(ben, 'Ben began and went on')
    tell(ana, 'Ana’s story')
    ben.editor.reconnect()
    clock.advance(later)
    expect(story(ana)).toBe(story(ben))
    const [loser, by, heard] = told.ana.length > 0 ? [ana, 'Ben', told.ana] : [ben, 'Ana', told.ben]
    expect([...told.ana, ...told.ben]).toHaveLength(1)
    const [lost] = heard
    expect(lost).toMatchObject({ whose: 'own', root: 'loops', field: 'note', by, now: story(ana) })
    expect(new Set([lost?.words, lost?.now])).toEqual(new Set(['Ana’s story', 'Ben began and went on']))
    if (lost === undefined) throw new Error('nothing told')
    expect(loser.editor.run(bringWords, lost).ok).toBe(true)
    clock.advance(later)
    expect(story(ana)).toBe(`${lost.now}\n\n${lost.words}`)
    expect(story(ben)).toBe(story(ana))
    expect(loser.editor.run(bringWords, lost)).toMatchObject({ reason: { code: 'nothing-to-do' } })
    loser.editor.undo()
    expect(story(loser)).toBe(lost.now)
    expect([...told.ana, ...told.ben]).toHaveLength(1)
  })

  it('TAKE-7, TAKE-8, PROTECT-15: what one wrote in a link that was put back meanwhile is told, and can be brought in', async () => {
    const { ana, ben, clock, listen } = await anaAndBen()
    const told = { ana: listen(ana), ben: listen(ben) }
    ben.client.drop()
    ana.editor.run(deleteRecords, { elements: [], links: links('ab') })
    ana.editor.undo()
    ben.editor.run(setDescription, { root: 'links', id: link('ab'), text: 'A page of evidence' })
    ben.editor.run(setLinkFields, { links: links('ab'), fields: { label: 'in spring' } })
    ben.editor.reconnect()
    clock.advance(later)
    const read = ({ editor }: Visitor) => editor.view.get().links.get(link('ab'))
    expect(read(ben)).toMatchObject({ description: '' })
    expect(told.ben.map(({ root, id, field, words, whose }) => [root, id, field, words, whose])).toEqual([
      ['links', 'ab', 'description', 'A page of evidence', 'own'],
      ['links', 'ab', 'label', 'in spring', 'own'],
    ])
    for (const lost of told.ben) expect(ben.editor.run(bringWords, lost).ok).toBe(true)
    for (const one of [ana, ben]) {
      expect(read(one)).toMatchObject({ description: 'A page of evidence', label: 'in spring' })
    }
    clock.advance(later)
    expect([told.ana, told.ben.length]).toEqual([[], 2])
  })

  it('TAKE-7: nothing is told of evidence that somebody had seen and gone on with before the link was set anew', async () => {
    const { ana, ben, clock, listen } = await anaAndBen()
    const told = listen(ben)
    const write = ({ editor }: Visitor, text: string) =>
      editor.run(setDescription, { root: 'links', id: link('ab'), text })
    write(ben, 'Gauges')
    clock.advance(later)
    write(ana, 'Counted by hand')
    ana.editor.run(deleteRecords, { elements: [], links: links('ab') })
    ana.editor.undo()
    clock.advance(later)
    expect(told).toEqual([])
  })

  it('TAKE-7: of what was learned from an experiment, written by two at once, nothing goes without a word', async () => {
    const { ana, ben, clock, listenOwn } = await anaAndBen()
    const save = ({ editor }: Visitor, fields: Readonly<Record<string, string>>) =>
      editor.run(savePractice, { kind: 'experiment', id: 'e', fields })
    save(ana, { name: 'Weekend talks' })
    clock.advance(later)
    const told = [...[ana, ben].map(listenOwn)]
    ben.client.drop()
    save(ana, { learned: 'Many came.' })
    save(ben, { learned: 'Nobody knew.' })
    ben.editor.reconnect()
    clock.advance(later)
    const [lost] = told.flat()
    expect(told.flat()).toHaveLength(1)
    if (lost === undefined) throw new Error('nothing told')
    expect(lost).toMatchObject({ root: 'practices', id: 'e', field: 'learned' })
    const loser = lost.by === 'Ana' ? ben : ana
    expect(loser.editor.run(bringWords, lost).ok).toBe(true)
    clock.advance(later)
    for (const one of [ana, ben]) {
      expect(one.editor.view.get().practices.get('e')?.['learned']).toBe(`${lost.now}\n\n${lost.words}`)
    }
  })

  it('TAKE-7: a name is put in the place of the other', async () => {
    const { ana, ben, clock, listen } = await anaAndBen()
    const told = [ana, ben].map(listen)
    ben.client.drop()
    for (const [one, label] of [
      [ana, 'Rain'],
      [ben, 'Snow'],
    ] as const) {
      one.editor.run(renameElement, { id: element('c'), label })
    }
    ben.editor.reconnect()
    clock.advance(later)
    const [lost] = told.flat()
    if (lost === undefined) throw new Error('nothing told')
    const loser = lost.by === 'Ana' ? ben : ana
    expect(loser.editor.run(bringWords, lost).ok).toBe(true)
    expect(ana.editor.view.get().elements.get(element('c'))?.label).toBe(lost.words)
    expect(told.flat()).toHaveLength(1)
  })

  it('TAKE-7: what somebody wrote who has left is told to whoever’s words stay', async () => {
    const courses = { told: 0, stayed: 0 }
    // Whose words stay is a matter of chance.
    for (let round = 0; round < 12; round++) {
      const { ana, ben, clock, listen, tell, story } = await anaAndBen()
      const told = listen(ana)
      ben.client.drop()
      tell(ben, 'Ben’s story')
      tell(ana, 'Ana’s story')
      ben.editor.reconnect()
      if (round % 2 === 0) ben.editor.close()
      clock.advance(30_000)
      if (story(ana) !== 'Ana’s story') continue
      if (round % 2 === 0) {
        courses.told += 1
        expect(told).toMatchObject([{ whose: 'other', by: 'Ben', words: 'Ben’s story', now: 'Ana’s story' }])
      } else {
        courses.stayed += 1
        expect(told).toEqual([])
      }
    }
    expect(courses).not.toEqual({ told: 0, stayed: 0 })
  })

  it('TAKE-7: nothing is told where both wrote the same, or one went on from the other', async () => {
    const { ana, ben, clock, listen, tell } = await anaAndBen()
    const told = [listen(ana), listen(ben)]
    ben.client.drop()
    tell(ana, 'The same')
    tell(ben, 'The same')
    ben.editor.reconnect()
    clock.advance(later)
    tell(ana, 'Going on')
    tell(ben, 'Going on from that')
    tell(ana, 'Something else')
    clock.advance(later)
    expect(told.flat()).toEqual([])
  })

  it('TAKE-7: nothing is told of a record that is gone, nor after closing', async () => {
    const { ana, ben, clock, listen, tell } = await anaAndBen()
    const told = [listen(ana), listen(ben)]
    ben.client.drop()
    tell(ana, 'One')
    tell(ben, 'Other')
    ben.editor.reconnect()
    ana.editor.close()
    ben.editor.close()
    clock.advance(later)
    expect(told.flat()).toEqual([])
  })
})
