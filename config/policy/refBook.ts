import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readBook, type BuiltBook } from './bookFiles'
import { InputFault } from './fault'

const output = (error: unknown): string => String((error as { stderr?: unknown }).stderr ?? error).trim()

/**
 * The book that the data of a git ref makes, built by that ref's own program in a folder that is gone afterwards.
 *
 * @throws InputFault where there is no such ref, no policies in it, or its data doesn't build
 */
export function bookOfRef(root: string, ref: string): { commit: string; book: BuiltBook } {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  let commit: string
  try {
    commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
  } catch {
    throw new InputFault(`git knows no ${ref}: a branch, a tag or a commit is wanted, such as HEAD~1`)
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'qihang-policy-'))
  try {
    const archive = path.join(folder, 'tree.tar')
    git('archive', '--format=tar', `--output=${archive}`, commit)
    execFileSync('tar', ['-xf', archive, '-C', folder], { stdio: 'ignore' })
    if (!existsSync(path.join(folder, 'data/policies'))) throw new InputFault(`${ref} has no data/policies yet`)
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    try {
      execFileSync(process.execPath, ['config/build.mjs', 'data'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    } catch (error) {
      throw new InputFault(`the data of ${ref} doesn't build:\n${output(error)}`)
    }
    if (!existsSync(path.join(folder, 'dist/data/policyRules.json')))
      throw new InputFault(`the program of ${ref} makes no rules of its policies yet`)
    return { commit, book: readBook(folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
