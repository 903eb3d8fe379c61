import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CharterQuery } from '../../../lib/report/charterQuery'
import { makeCharter } from '../../../server/report/makeCharter'
import { readPdf } from '../../helpers/readPdf'
import { coalitionView, personalOfCoalition } from '../../helpers/sampleCoalition'
import { madeAt } from '../../helpers/sampleReport'

async function make(size: number, query: Partial<CharterQuery>): Promise<Uint8Array> {
  const made = await makeCharter(coalitionView(size), {
    query: { format: 'pdf', coalition: 'c1', ...query },
    madeAt,
  })
  if (!made.ok) throw new Error(made.reason)
  const { body } = made.value
  return typeof body === 'string' ? new TextEncoder().encode(body) : body
}

describe('the charter as a file', () => {
  it.each([0, 1, 8, 18])('COALITION-16: %d members stand on one A4 page', async (size) => {
    expect(readPdf(await make(size, {})).pages).toBe(1)
    expect(readPdf(await make(size, { paper: 'letter' })).pages).toBe(1)
  })

  it('COALITION-16: more go on to a second page, which is said at its foot, and nobody is lost', async () => {
    const { pages, text } = readPdf(await make(45, {}))
    expect(pages).toBe(2)
    expect(text).toContain('Page 1 of 2')
    for (let at = 0; at < 45; at += 1) expect(text).toContain(`Member ${at}|`)
  })

  it('COALITION-14, COALITION-15: as PDF it can be searched and read aloud, without what is personal', async () => {
    const { text, raw, structure } = readPdf(await make(3, {}))
    for (const said of ['Roofs for all', 'Who is in', 'Whom we are asking', 'Hosts the suppers']) {
      expect(text).toContain(said)
    }
    expect(structure).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'TD']))
    expect(personalOfCoalition.filter((word) => text.includes(word) || raw.includes(word))).toEqual([])
    expect(readPdf(await make(3, { personal: 'true' })).text.replaceAll('|', '')).toContain('roofs@example.org')
  })

  it('COALITION-14: as DOCX it has headings and tables of the office program, in letters of the same scale', async () => {
    const files = unzipSync(await make(3, { format: 'docx' }))
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    for (const said of ['Roofs for all', 'Tenants are heard first.', 'w:tblHeader']) expect(body).toContain(said)
    expect(body).not.toContain('roofs@example.org')
    const sizeOf = async (size: number): Promise<number> => {
      const styles = strFromU8(unzipSync(await make(size, { format: 'docx' }))['word/styles.xml'] ?? new Uint8Array())
      return Number(/w:docDefaults>.*?w:sz w:val="(\d+)"/.exec(styles)?.[1])
    }
    expect(await sizeOf(3)).toBe(20)
    expect(await sizeOf(20)).toBeLessThan(20)
  })

  it('COALITION-14: as HTML no text of people becomes markup', async () => {
    const html = strFromU8(await make(3, { format: 'html' }))
    expect(html).toContain('<h1 dir="auto">Roofs for all</h1>')
    expect(html).toContain('Tenants’ league')
    expect(html).not.toContain('<script')
  })

  it('COALITION-14: there is none of what is no coalition', async () => {
    expect(await makeCharter(coalitionView(1), { query: { format: 'pdf', coalition: 'gone' }, madeAt })).toEqual({
      ...{ ok: false, reason: 'no-such-coalition' },
    })
  })
})
