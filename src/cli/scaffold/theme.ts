/**
 * What `newcomen new-theme` writes: a theme that any Jekyll can use, packed as a
 * gem, and that can be looked at as a site of its own.
 */

import type { Scaffold } from './site.ts'

export function themeScaffold(name: string, owner: string, year: number): Scaffold {
  return new Map([
    ['.gitignore', '*.gem\n.bundle\n.jekyll-cache\n.sass-cache\n_site\nGemfile.lock\n'],
    ['Gemfile', '# frozen_string_literal: true\n\nsource "https://rubygems.org"\ngemspec\n'],
    ['LICENSE.txt', license(owner, year)],
    ['README.md', readme(name)],
    ['_data/', ''],
    ['_includes/', ''],
    ['_layouts/default.html', '{{ content }}\n'],
    ['_layouts/page.html', '---\nlayout: default\n---\n\n{{ content }}\n'],
    ['_layouts/post.html', '---\nlayout: default\n---\n\n{{ content }}\n'],
    ['_sass/', ''],
    ['assets/', ''],
    [`${name}.gemspec`, gemspec(name, owner)],
  ])
}

function gemspec(name: string, owner: string): string {
  const folders = '_data|_layouts|_includes|_sass|assets'
  return `# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name = ${JSON.stringify(name)}
  spec.version = "0.1.0"
  spec.authors = [${JSON.stringify(owner)}]
  spec.summary = "A theme for Jekyll sites."
  spec.license = "MIT"
  spec.files = Dir["{${folders.replaceAll('|', ',')}}/**/*", "LICENSE*", "README*", "_config.yml"]
  spec.add_runtime_dependency "jekyll", "~> 4.3"
end
`
}

function readme(name: string): string {
  return `# ${name}

A theme for Jekyll sites.

| folder | what goes there |
|:-------|:----------------|
| \`_layouts\` | frames around pages and posts |
| \`_includes\` | parts that layouts share |
| \`_sass\` | style sheets that others import |
| \`assets\` | what is copied or built as it is: style sheets, scripts, pictures |
| \`_data\` | values that the theme's templates read |

To see it while you work on it, put a page or two beside these folders and run
\`npx newcomen serve\`.
`
}

function license(owner: string, year: number): string {
  return `The MIT License (MIT)

Copyright (c) ${year} ${owner}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
`
}

/** For `--code-of-conduct`. */
export const CODE_OF_CONDUCT = `# Code of conduct

Be kind and patient with everybody who takes part here, whoever they are and
however much they know. Speak about the work, not about the person. Insults,
harassment and publishing what others told in private have no place here.

Whoever meets such behaviour may tell the maintainers, who will keep it to
themselves, look into it, and may ask people to leave.
`
