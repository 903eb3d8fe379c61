// Makes lib0 name Node's Buffer as what it is in a browser: something that may not be there. Named
// outright, it has the bundler bring a whole Buffer into every page, for lines that only Node comes to.
module.exports = (source) => source.replaceAll(/(?<![\w.])Buffer\./g, 'globalThis.Buffer.')
