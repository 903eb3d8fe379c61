import { describe, expect, it } from 'vitest'
import { listLettersWithoutFace, listTextsIn } from '../../../lib/report/pdfLetters'
import { findFace } from '../../../server/report/pdfFaces'

describe('letters for which a PDF has no face', () => {
  it('REPORT-18: every text of plain data is looked at, and no key', () => {
    const record = { kind: 'result', name: '住房', 'reading:房': { value: 3, note: '租' }, list: ['金', null, ['子']] }
    expect(listTextsIn(record)).toEqual(['result', '住房', '租', '金', '子'])
    expect(listTextsIn(undefined)).toEqual([])
  })

  it('REPORT-18: are those of scripts that it does not carry, each once', () => {
    expect(listLettersWithoutFace(['住房 Housing 住', 'ภาษา ναι да نعم כן ơ'])).toEqual(['住', '房', 'ภ', 'า', 'ษ'])
    expect(listLettersWithoutFace(['a → b ✓ 🏠 ½ ＋ 2026', ''])).toEqual([])
    expect(listLettersWithoutFace(['天地玄黃'], 2)).toEqual(['天', '地'])
  })

  it('REPORT-18: are told apart from the others as the faces have them', () => {
    // Of each script that people write in, what they write.
    const [has, lacks] = ['ñßőłơựЖяґΩάعربيשלום', '漢字かなカナ한글हिन्दीবাংলாไทยខ្មែរမြန်မာಕನ್ನಡతెలుగుქართულიՀայ']
    for (const letter of has) expect([letter, findFace(letter, 400) !== undefined]).toEqual([letter, true])
    expect(listLettersWithoutFace([has])).toEqual([])
    for (const letter of listLettersWithoutFace([lacks], Infinity)) {
      expect([letter, findFace(letter, 400)]).toEqual([letter, undefined])
    }
    const rest = Array.from(lacks).filter((letter) => !listLettersWithoutFace([lacks], Infinity).includes(letter))
    expect(rest.filter((letter) => /\p{L}/u.test(letter))).toEqual([])
  })
})
