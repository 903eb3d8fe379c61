import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

it('no two files of the source differ in capitals or in their ending alone: on some disks one would stand for the other', () => {
  const names = ['app', 'components', 'lib', 'server', 'cli', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `${folder}/${path}`.replace(/\.tsx?$/, '').toLowerCase()),
  )
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})
