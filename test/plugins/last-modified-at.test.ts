import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildFolder, buildSite, makeSite, readFolder } from '../support/site.ts'

const FILES = {
  '_config.yml': 'plugins: [jekyll-last-modified-at]\n',
  'a.html':
    '---\nlast_modified_at: 2001-01-01\n---\n{% last_modified_at %Y/%m %} {% last_modified_at %} {{ page.last_modified_at | date: "%F" }}',
}

test('outside of Git the time of the file', async () => {
  const output = await buildSite(FILES)
  expect(output.get('a.html')).toBe('2024/01 2024/01 2024-01-02')
})

test('the tag tells the time of the file, whatever its front matter says', async () => {
  const post =
    '---\nlast_modified_at: 2001-01-01\n---\nx\n\n{% last_modified_at %} {{ page.last_modified_at }}'
  const output = await buildSite({ ...FILES, '_posts/2020-01-01-a.html': post })
  expect(output.get('2020/01/01/a.html')).toBe('x\n\n02-Jan-24 2001-01-01')
})

test('within Git the time of the last commit', async () => {
  const folder = await makeSite({ ...FILES, 'é b.html': '---\n---\n{% last_modified_at %}' })
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], {
      cwd: folder,
      env: { ...process.env, GIT_COMMITTER_DATE: '2022-03-04T05:06:07Z' },
    })
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'x')
  await buildFolder(folder)
  const output = await readFolder(join(folder, '_site'))
  expect(output.get('a.html')).toBe('2022/03 2022/03 2022-03-04')
  expect(output.get('é b.html')).toBe('04-Mar-22')
})

test('pages that other plugins make of files have their times too', async () => {
  const text = '{% last_modified_at %F %} {{ page.last_modified_at | date: "%F" }}'
  const output = await buildSite({
    '_config.yml':
      'plugins: [jekyll-last-modified-at, jekyll-optional-front-matter, jekyll-readme-index, jekyll-paginate]\npaginate: 1\n',
    'a.md': text,
    'docs/README.md': text,
    'index.html': `---\n---\n${text}`,
    '_posts/2020-01-01-a.md': '---\n---\nx',
    '_posts/2020-01-02-b.md': '---\n---\nx',
  })
  expect(output.get('a.html')).toBe('<p>2024-01-02 2024-01-02</p>\n')
  expect(output.get('docs/index.html')).toBe('<p>2024-01-02 2024-01-02</p>\n')
  expect(output.get('index.html')).toBe('2024-01-02 2024-01-02')
  expect(output.get('page2/index.html')).toBe('2024-01-02 2024-01-02')
})
