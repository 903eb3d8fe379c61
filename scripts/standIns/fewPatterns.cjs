// Leaves out of Zod the patterns of text that no page checks (addresses of five kinds, hashes, currencies):
// they come as one object, of which a bundler can drop nothing. What is left out matches no text at all, so
// that a schema which asks for one refuses everything and is noticed at once: then name it here.

/** What the schemas of Weft's pages come to. */
const kept = ['httpProtocol', 'anyString', 'string', 'bigint', 'integer', 'number', 'boolean', 'lowercase', 'uppercase']
/** Exported under a name that no variable may have. */
const keywords = ['null', 'undefined']

module.exports = (source) => {
  const statements = [
    ...source.matchAll(/^export (?:const|function) (\w+)\b[^]*?(?=\n(?:export|const|function|\/\/|\/\*)|$(?![^]))/gm),
  ]
  const byName = new Map(statements.map(([text, name]) => [name, text]))
  const lacking = kept.filter((name) => !byName.has(name))
  const named = keywords.filter((name) => !source.includes(`export { _${name} as ${name} };`))
  if (lacking.length + named.length > 0 || byName.size < 40) {
    throw new Error(
      `fewPatterns.cjs no longer fits Zod's patterns (${[...lacking, ...named].join(', ') || `${byName.size} found`}): look at its new version.`,
    )
  }
  const isFunction = (text) => /^export (?:function|const \w+ = \()/.test(text)
  const others = [...byName].filter(([name]) => !kept.includes(name))
  return [
    'const never = /(?!)/;',
    'const none = () => never;',
    'const _null = /^null$/i;',
    'const _undefined = /^undefined$/i;',
    'export { _null as null, _undefined as undefined };',
    ...kept.map((name) => byName.get(name)),
    `export { ${others.map(([name, text]) => `${isFunction(text) ? 'none' : 'never'} as ${name}`).join(', ')} };`,
  ].join('\n')
}
