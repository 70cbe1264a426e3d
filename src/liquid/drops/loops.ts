/** `forloop` and `tablerowloop`. */

import { Drop } from './drop.ts'

abstract class LoopDrop extends Drop {
  readonly length: number
  protected index0 = 0

  constructor(length: number) {
    super()
    this.length = length
  }

  get(key: unknown): unknown {
    switch (key) {
      case 'index':
        return this.index0 + 1
      case 'index0':
        return this.index0
      case 'rindex':
        return this.length - this.index0
      case 'rindex0':
        return this.length - this.index0 - 1
      case 'first':
        return this.index0 === 0
      case 'last':
        return this.index0 === this.length - 1
      case 'length':
        return this.length
      default:
        return undefined
    }
  }

  keys(): readonly unknown[] {
    return []
  }

  next(): void {
    this.index0++
  }
}

export class ForLoopDrop extends LoopDrop {
  readonly #name: string
  readonly #parent: ForLoopDrop | undefined

  constructor(name: string, length: number, parent: ForLoopDrop | undefined) {
    super(length)
    this.#name = name
    this.#parent = parent
  }

  override get(key: unknown): unknown {
    if (key === 'name') return this.#name
    return key === 'parentloop' ? this.#parent : super.get(key)
  }

  toText(): string {
    return 'Liquid::ForloopDrop'
  }
}

export class TableRowLoopDrop extends LoopDrop {
  readonly #columns: number | undefined
  row = 1
  column = 1

  constructor(length: number, columns: number | undefined) {
    super(length)
    this.#columns = columns
  }

  override get(key: unknown): unknown {
    switch (key) {
      case 'row':
        return this.row
      case 'col':
        return this.column
      case 'col0':
        return this.column - 1
      case 'col_first':
        return this.column === 1
      case 'col_last':
        return this.isLastColumn
      default:
        return super.get(key)
    }
  }

  get isLastColumn(): boolean {
    return this.column === this.#columns
  }

  get isLast(): boolean {
    return this.index0 === this.length - 1
  }

  override next(): void {
    super.next()
    if (this.isLastColumn) {
      this.column = 1
      this.row++
    } else this.column++
  }

  toText(): string {
    return 'Liquid::TablerowloopDrop'
  }
}
