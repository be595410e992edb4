import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

function* filesIn(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return
  if (!found.isDirectory()) {
    if (!path.endsWith('.test.ts') && !path.endsWith('.test.tsx')) yield path
    return
  }
  for (const name of readdirSync(join(root, path)).sort()) yield* filesIn(root, `${path}/${name}`)
}

/**
 * A short text that changes when a file under `paths` changes, comes or goes. Tests do not count.
 * Reads contents and not times: a clone, a checkout or a copy of the same tree has the same fingerprint.
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesIn(root, path)) {
      const content = readFileSync(join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex').slice(0, 16)
}
