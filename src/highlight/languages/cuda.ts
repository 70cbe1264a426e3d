/** CUDA C++ (its programming guide): C++ with words for the device. */

import { newMemory } from '../c-states.ts'
import { type Language, language } from '../lexer.ts'
import { cppStates } from './shared/cpp.ts'

const KEYWORDS = `__constant__ __device__ __forceinline__ __global__ __host__ __managed__ __noinline__
  __restrict__ __shared__`

/** Vectors of one to four numbers. */
const VECTORS = 'char uchar short ushort int uint long ulong longlong ulonglong float double'
  .split(' ')
  .flatMap((type) => [1, 2, 3, 4].map((length) => `${type}${length}`))

const cuda: Language = language({
  memory: newMemory,
  states: cppStates(KEYWORDS, `${VECTORS.join(' ')} dim3`),
})

export default cuda
