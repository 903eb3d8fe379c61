import { describe, expect, it } from 'vitest'
import { isolate } from '../../../../components/panels/analysis/isolate'

describe('names within sentences', () => {
  it('LOOPS-13: a name that could turn the sentence round keeps its direction to itself', () => {
    expect(isolate('עומס', 'ltr')).toBe('\u2068עומס\u2069')
    expect(isolate('ضغط العمل', 'ltr')).toBe('\u2068ضغط العمل\u2069')
    expect(isolate('Load (עומס)', 'ltr')).toBe('\u2068Load (עומס)\u2069')
    expect(isolate('Workload', 'rtl')).toBe('\u2068Workload\u2069')
  })

  it('LOOPS-13: a name that cannot stays as it is', () => {
    for (const name of ['Workload', 'Überlast – 50 %', '過労', '', '😀']) expect(isolate(name, 'ltr')).toBe(name)
    expect(isolate('', 'rtl')).toBe('')
  })
})
