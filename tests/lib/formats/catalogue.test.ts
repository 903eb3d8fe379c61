import { describe, expect, it } from 'vitest'
import { formatProblemCodes } from '@/lib/formats/problem'
import { lossCodes } from '@/lib/formats/report'
import messages from '@/messages/en/formats.json'

describe('the texts of screens', () => {
  it('FORMAT-8: have a sentence for every refusal and every loss', () => {
    expect(Object.keys(messages.problems).sort()).toEqual([...formatProblemCodes].sort())
    expect(Object.keys(messages.losses).sort()).toEqual([...lossCodes].sort())
  })
})
