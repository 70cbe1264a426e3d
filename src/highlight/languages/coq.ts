/** Coq: commands, tactics and terms. White space is a token. */

import { POP, words } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

const WORDS = words('no', {
  k: `
    About Arguments Check Class CoFixpoint CoInductive Compute Context Corollary Defined
    Definition End Eval Example Existing Export Fixpoint Global Goal Hint Immediate Import
    Include Inductive Infix Instance Lemma Local Ltac Module Notation Opaque Polymorphic Print
    Proof Qed Record Remark Require Rewrite Search SearchAbout Section Theorem Transparent
    Universe Universes Variable Variables`,
  kr: `
    Prop Set Type as else end forall fun if in let match return then`,
  kp: `
    apply at auto autorewrite beta cbn cbv clear compute constructor delta dependent destruct eapply eauto econstructor
    eexists erewrite
    exfalso exists f_equal first fold generalize induction injection instantiate intro intros
    inversion iota lazy native_compute red refine repeat revert rewrite simpl specialize split subst
    symmetry transitivity try unfold vm_compute with zeta`,
  ne: `
    assumption congruence eassumption exact omega reflexivity solve`,
  p: '_',
})

const coq: Language = language({
  states: {
    root: [
      [/[ \t\n\r\f\v]+/, 'w'],
      [/\(\*/, 'c', 'comment'],
      [/"/, 's2', 'string'],
      [
        /(Set|Unset)( +)(Printing|Implicit|Strict)( +)([A-Za-z]+)(\.)(?=\s)/,
        ['k', 'w', 'k', 'w', 'k', 'pi'],
      ],
      [/([A-Za-z_][\w']*)(\.)(?=[A-Za-z_])/, ['nn', 'p']],
      [/([A-Za-z][\w']*)(\.)(?=\s)/, [WORDS, 'pi']],
      [/[?~][A-Za-z_][\w']*/, 'nv'],
      [/[A-Za-z_][\w']*/, WORDS],
      [/\d+/, 'mi'],
      [/'/, 'k'],
      [/::?(?=[:=>]?)/, 'p'],
      [/;/, 'p'],
      [/\/\\|\\\/|[-!$%&*+./<=>?@^|~#,(){}[\]]/, 'o'],
      [/[¬→↔⇒⇔∀∃∈∧∨≔≡⊢⊤⊥⊨]/, 'p'],
    ],
    string: [
      [/[^"\\]+|\\[\s\S]|""/, 's2'],
      [/"/, 's2', POP],
    ],
    comment: [
      [/[^(*]+/, 'c'],
      [/\(\*/, 'c', 'comment'],
      [/\*\)/, 'c', POP],
      [/[(*]/, 'c'],
    ],
  },
})

export default coq
