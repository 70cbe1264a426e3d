/** LLVM's intermediate representation (its language reference). Words that Rouge does not know are errors. */

import { ifListed } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const KNOWN = ifListed({
  k: `acq_rel acquire add addrspace addrspacecast afn alias align alignstack alloca alwaysinline and
    any anyregcc appending arcp argmemonly arm_aapcs_vfpcc arm_aapcscc arm_apcscc ashr asm
    atomic atomicrmw attributes available_externally bitcast blockaddress br builtin byval c
    call callbr callee caller calls catch catchpad catchret catchswitch cc ccc cleanup
    cleanuppad cleanupret cmpxchg cold coldcc comdat common constant contract convergent
    datalayout declare default define deplibs dereferenceable distinct dllexport dllimport
    dso_local eq exact exactmatch extern_weak external externally_initialized extractelement
    extractvalue fadd false fast fastcc fcmp fdiv fence filter fmul fneg fpext fptosi fptoui
    fptrunc freeze frem from fsub function gc getelementptr ghccc global hidden icmp ifunc
    immarg inaccessiblememonly inalloca inbounds indirectbr initialexec inlinehint inreg
    insertelement insertvalue intel_ocl_bicc inteldialect internal inttoptr invoke jumptable
    landingpad largest linkonce linkonce_odr load local_unnamed_addr localdynamic localexec lshr
    max min minsize module monotonic msp430_intrcc mul musttail naked nand ne nest ninf nnan
    noalias nobuiltin nocapture noduplicates nofree noimplicitfloat noinline none nonlazybind
    nonnull norecurse noredzone noreturn notail nounwind nsw nsz null nuw oeq oge ogt ole olt
    one opaque optnone optsize or ord personality phi prefix preserve_allcc preserve_mostcc
    private prologue protected ptrtoint ptx_device ptx_kernel readnone readonly reassoc release
    resume ret returned returns_twice safestack samesize sanitize_address sdiv section select
    seq_cst sext sge sgt shl shufflevector sideeffect signext sitofp sle slt source_filename
    speculatable spir_func spir_kernel srem sret ssp sspreq sspstrong store sub swifterror
    swiftself switch syncscope tail target thread_local to triple true trunc type udiv ueq uge
    ugt uitofp ule ult umax umin undef une unnamed_addr uno unordered unreachable unwind urem
    uselistorder uselistorder_bb uwtable va_arg volatile vscale weak weak_odr webkit_jscc
    willreturn within writeonly zeroext zeroinitializer zext`,
  kt: 'double float fp128 half label metadata ppc_fp128 token void',
})

const llvm: Language = language({
  states: {
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      [/(?:[-A-Za-z$._][-\w$.]{0,200}|"[^"]{0,200}"):/, 'nl'],
      [/c?"[^"]*"/, 's'],
      [/[%!](?:[-A-Za-z$._][-\w$.]*|"[^"]*"|\d+)/, 'nv'],
      [/@(?:[-A-Za-z$._][-\w$.]*|"[^"]*"|\d+)|#\d+/, 'vg'],
      [/0x[\da-fA-F]+|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/, 'm'],
      [/\bi[1-9]\d*\b/, 'kt'],
      [/[x=<>{}[\]()*.,!]/, 'p'],
      [/\b[a-z]\w*/, KNOWN],
      [/[A-Za-z_]\w*/, 'err'],
    ],
  },
})

export default llvm
