/** Julia. */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = words('n', {
  k: `
    begin catch do else elseif end export finally for function if import in isa macro module
    quote return struct try using where while`,
  kd: 'const global local',
  kt: `
    AbstractArray AbstractREPL HMAC_CTX AbstractLogger AbstractWorkerPool CachingPool ComplexF32 ComplexF64 ConsoleLogger
    IdDict LinearIndices NullLogger PackageSpec UTC UUID UpgradeLevel AbstractChannel AbstractChar AbstractDict AbstractDisplay AbstractFloat
    AbstractIrrational AbstractMatrix AbstractRange AbstractSet AbstractSparseArray
    AbstractString AbstractUnitRange Adjoint Cholesky Eigen LU LinRange QR SVD Some Transpose
    UnitLowerTriangular UnitUpperTriangular AbstractVecOrMat AbstractVector Any ArgumentError Array
    AssertionError Base64DecodePipe Base64EncodePipe Bidiagonal BigFloat BigInt BitArray
    BitMatrix BitSet BitVector Bool BoundsError CapturedException CartesianIndex
    CartesianIndices Cchar Cdouble Cfloat Channel Char Cint Cintmax_t Clong Clonglong
    ClusterManager Cmd Colon Complex CompositeException Condition Cptrdiff_t Cshort Csize_t
    Cssize_t Cstring Cuchar Cuint Cuintmax_t Culong Culonglong Cushort Cvoid Cwchar_t Cwstring
    DataType Date DateFormat DateTime DenseArray DenseMatrix DenseVecOrMat DenseVector Diagonal
    Dict DimensionMismatch Dims DivideError DomainError EOFError Enum ErrorException Exception
    ExponentialBackOff Expr Factorization FileMonitor Float16 Float32 Float64 Function GlobalRef
    HTML Hermitian IO IOBuffer IOContext IOStream IPAddr IPv4 IPv6 IndexCartesian IndexLinear
    IndexStyle InexactError InitError Int Int128 Int16 Int32 Int64 Int8 Integer
    InterruptException InvalidStateException Irrational KeyError LineNumberNode LoadError
    LowerTriangular MIME Matrix MersenneTwister Method MethodError Missing MissingException
    Module NTuple NamedTuple Nothing Number OrdinalRange OutOfMemoryError OverflowError Pair
    PartialQuickSort Period PermutedDimsArray Pipe PollingFileWatcher ProcessExitedException Ptr
    QuoteNode RandomDevice Rational RawFD ReadOnlyMemoryError Real ReentrantLock Ref Regex
    RegexMatch RemoteChannel RemoteException RoundingMode SegmentationFault Set SharedArray
    SharedMatrix SharedVector Signed Some SparseMatrixCSC SparseVector StackOverflowError
    StepRange StepRangeLen StridedArray StridedMatrix StridedVecOrMat StridedVector String
    StringIndexError SubArray SubString SubstitutionString SymTridiagonal Symbol Symmetric
    SystemError TCPSocket Task Text TextDisplay Time Timer Tridiagonal Tuple Type TypeError
    TypeVar UDPSocket UInt UInt128 UInt16 UInt32 UInt64 UInt8 UndefInitializer UndefKeywordError
    UndefRefError UndefVarError UniformScaling Union UnionAll UnitRange Unsigned UpperTriangular
    Val Vararg VecElement VecOrMat Vector VersionNumber WeakKeyDict WeakRef WorkerConfig`,
  nb: `
    ARGS C_NULL DEPOT_PATH ENDIAN_BOM ENV Inf Inf16 Inf32 Inf64 LOAD_PATH NaN NaN16 NaN32 NaN64
    VERSION devnull false im missing nothing pi stderr stdin stdout true undef π ℯ`,
})

const julia: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/#=/, 'cm', 'comment'],
      [/#.*/, 'c'],
      [/(abstract type|primitive type|mutable struct|struct)(\s+[\p{L}\d_$!]*)/u, ['k', 'nc']],
      [/(function)(\s+)(\()(?=\w*::)/, ['k', 'nf', 'o']],
      [/(function|macro)(\s+[^\s({]*)/, ['k', 'nf']],
      [/@[\w.]+/, 'nd'],
      [/L?"/, 's', 'string'],
      [/`[^`\n]*`/, 'sb'],
      [/'(?:\\(?:u[\da-fA-F]{1,4}|U[\da-fA-F]{1,8}|x[\da-fA-F]{1,2}|[\s\S])|[^\\'\n])'/u, 'sc'],
      [/0x[\da-fA-F_]+/, 'mh'],
      [/0b[01_]+/, 'mb'],
      [/0o[0-7_]+/, 'mo'],
      [/\d[\d_]*\.[\d_]*(?:[eEf][-+]?\d+)?|\d[\d_]*[eEf][-+]?\d+/, 'mf'],
      [/\d[\d_]*/, 'mi'],
      [
        /[\p{L}_][\w\u0080-\uffff]*/u,
        (run, [word = '']) => {
          const name = WORDS.words.get(word)
          return name === undefined ? false : run.token(name, word)
        },
      ],
      [/(?![≤≥≠÷])[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:!(?!=))?/u, 'n'],
      [
        /\.{3}|===|!==|<<=|>>>?=?|[-+*/%&|^÷\\<>=!.:]=|&&|\|\||\|>|<\||->|=>|<-|<:|>:|::|<<|\/\/|\.[-+*/^<>]|[-+*/%&|^÷\\<>=!.:?~$≤≥≠]/,
        'o',
      ],
      [/[()[\]{},;]/, 'x'],
    ],
    comment: [
      [/[^#=]+/, 'cm'],
      [/#=/, 'cm', 'comment'],
      [/=#/, 'cm', POP],
      [/[#=]/, 'cm'],
    ],
    inString: [
      [/\$(?:\([A-Za-z_]\w*\)[ \t]*)?/, 'si'],
      [/\\(?:[abefnrtv\\"']|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[0-7]{1,3})/, 'se'],
      [/\\/, 's'],
    ],
    string: [[/[^"\\$]+/, 's'], [/"/, 's', POP], 'inString'],
  },
})

export default julia
