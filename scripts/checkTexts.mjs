// Refuses user-visible text written into components: every word a person reads comes from the
// message catalogues. Looks at JSX text and at the attributes that are read aloud or shown.
import { parseSync, Visitor } from 'oxc-parser'
import fs from 'node:fs'
import path from 'node:path'

const folders = ['app', 'components']
const shownAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
  'description',
])
/** At least two letters in a row: marks such as "+", "×" or "⌘K" are not words. */
const isText = (value) => /\p{L}{2,}/u.test(value)

function listFiles(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name)
    return entry.isDirectory() ? listFiles(place) : entry.name.endsWith('.tsx') ? [place] : []
  })
}

function findLiterals(file) {
  const source = fs.readFileSync(file, 'utf8')
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const found = []
  const report = (node, text) =>
    found.push(`${file}:${source.slice(0, node.start).split('\n').length}: "${text.trim().replaceAll(/\s+/g, ' ')}"`)
  new Visitor({
    JSXText(node) {
      if (isText(node.value)) report(node, node.value)
    },
    JSXElement(node) {
      for (const child of node.children) {
        if (
          child.type === 'JSXExpressionContainer' &&
          child.expression.type === 'Literal' &&
          typeof child.expression.value === 'string' &&
          isText(child.expression.value)
        ) {
          report(child, child.expression.value)
        }
      }
    },
    JSXAttribute(node) {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
      if (
        shownAttributes.has(name) &&
        node.value?.type === 'Literal' &&
        typeof node.value.value === 'string' &&
        isText(node.value.value)
      ) {
        report(node, node.value.value)
      }
    },
  }).visit(program)
  return found
}

const found = folders
  .filter((folder) => fs.existsSync(folder))
  .flatMap(listFiles)
  .flatMap(findLiterals)
if (found.length > 0) {
  process.stderr.write(`Text written into components (move it to messages/en/):\n  ${found.join('\n  ')}\n`)
  process.exit(1)
}
