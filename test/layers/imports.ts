/** Reads what a source file imports, with TypeScript's parser: whatever can name another file or package. */
import ts from 'typescript'

export interface Import {
  /** As written; null where it is computed and cannot be read. */
  readonly specifier: string | null
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean
  /** From 1. */
  readonly line: number
}

/** Methods whose first argument is a module, of these owners and of `import.meta`. `path.resolve` is none. */
const LOADERS = new Set(['resolve', 'mock', 'doMock', 'importActual', 'glob'])
const OWNERS = new Set(['require', 'vi'])

/** All imports of a file, in order. `name` decides how it is read (.ts, .tsx, .mjs). */
export function importsOf(name: string, text: string): readonly Import[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false)
  const found: Import[] = source.referencedFiles.map(({ fileName, pos }) => ({
    specifier: fileName.startsWith('.') ? fileName : `./${fileName}`,
    typeOnly: true,
    line: lineAt(source, pos),
  }))
  const visit = (node: ts.Node): void => {
    const one = importIn(node)
    if (one) found.push({ ...one, line: lineAt(source, node.getStart(source)) })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The import that a node is, if it is one. */
function importIn(node: ts.Node): Omit<Import, 'line'> | null {
  if (ts.isImportDeclaration(node)) return { specifier: textOf(node.moduleSpecifier), typeOnly: isTypeOnly(node.importClause) }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly || allTypes(node.exportClause) }
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return { specifier: textOf(node.moduleReference.expression), typeOnly: node.isTypeOnly }
  }
  if (ts.isImportTypeNode(node)) return { specifier: ts.isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : null, typeOnly: true }
  return ts.isCallExpression(node) ? importInCall(node) : null
}

function importInCall({ expression, arguments: [first] }: ts.CallExpression): Omit<Import, 'line'> | null {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return { specifier: textOf(first), typeOnly: false }
  if (ts.isIdentifier(expression) && expression.text === 'require') return { specifier: textOf(first), typeOnly: false }
  if (!ts.isPropertyAccessExpression(expression) || !LOADERS.has(expression.name.text)) return null
  const owner = expression.expression
  const loads = ts.isMetaProperty(owner) || (ts.isIdentifier(owner) && OWNERS.has(owner.text))
  return loads ? { specifier: textOf(first), typeOnly: false } : null
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && allTypes(clause.namedBindings))
}

function allTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!bindings || !('elements' in bindings) || bindings.elements.length === 0) return false
  return bindings.elements.every((one) => one.isTypeOnly)
}

function textOf(node: ts.Node | undefined): string | null {
  return node && ts.isStringLiteralLike(node) ? node.text : null
}

function lineAt(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1
}
