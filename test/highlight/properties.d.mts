export declare const OPENERS: readonly string[]
export declare function textOf(html: string): string
export declare function randomNumbers(seed: number): () => number
export declare function shuffledText(texts: readonly string[], length: number, seed: number): string
export declare function randomTexts(count: number, length: number, seed: number): string[]
export declare function truncations(text: string, count: number): string[]
export declare function growth(highlight: (text: string) => unknown, text: string): number
