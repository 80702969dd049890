/** Checks of marks that come in pairs or carry ids: bookmarks, fields, tracked changes. The Open XML SDK's validator misses them. */
import type { MakeCheck } from './check.ts'

/** Word opens only one of two bookmarks of one name; it ignores case. */
export const bookmarkNames: MakeCheck = (report) => {
  const seen = new Set<string>()
  return {
    open(name, attributes) {
      if (name !== 'w:bookmarkStart') return
      const bookmark = attributes['w:name'] ?? ''
      if (seen.has(bookmark.toLowerCase())) report(`书签重名：${bookmark}`)
      seen.add(bookmark.toLowerCase())
    },
  }
}

/** A bookmark that begins must end in the same part. */
export const bookmarkEnds: MakeCheck = (report) => {
  let names = new Map<string, string>()
  return {
    startPart() {
      names = new Map()
    },
    open(name, attributes) {
      const id = attributes['w:id'] ?? ''
      if (name === 'w:bookmarkStart') names.set(id, attributes['w:name'] ?? '')
      else if (name === 'w:bookmarkEnd' && !names.delete(id)) report(`书签只有结束，没有开始（编号${id}）`)
    },
    endPart() {
      for (const bookmark of names.values()) report(`书签没有结束：${bookmark}`)
    },
  }
}

const REVISIONS = new Set(
  ['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel', 'cellMerge', 'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'tblGridChange', 'trPrChange', 'tcPrChange', 'numberingChange'].map((name) => `w:${name}`),
)

/** Two tracked changes with one id are accepted or rejected as one. */
export const revisionIds: MakeCheck = (report) => {
  const seen = new Set<string>()
  return {
    open(name, attributes) {
      const id = attributes['w:id']
      if (!REVISIONS.has(name) || id === undefined) return
      if (seen.has(id)) report(`修订编号重复：${id}`)
      seen.add(id)
    },
  }
}

/** A field that begins must end in the same part, or Word takes the rest of the text for its code. */
export const fieldEnds: MakeCheck = (report) => {
  let depth = 0
  let part = ''
  return {
    startPart(name) {
      depth = 0
      part = name
    },
    open(name, attributes) {
      if (name !== 'w:fldChar') return
      if (attributes['w:fldCharType'] === 'begin') depth++
      else if (attributes['w:fldCharType'] === 'end') depth--
      if (depth >= 0) return
      report(`域只有结束，没有开始（${part}）`)
      depth = 0
    },
    endPart() {
      if (depth > 0) report(`域没有结束（${part}）`)
    },
  }
}

/** Deleted text is w:delText; a w:t inside a deletion makes Word refuse the file. */
export const deletedText: MakeCheck = (report) => {
  let deletions = 0
  return {
    startPart() {
      deletions = 0
    },
    open(name) {
      if (name === 'w:del') deletions++
      else if (name === 'w:t' && deletions > 0) report('删除的修订里有未标为删除的文字')
    },
    close(name) {
      if (name === 'w:del') deletions--
    },
  }
}
