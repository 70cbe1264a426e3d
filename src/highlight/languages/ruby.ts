/** Ruby: what its words are. */

import { wordMap } from '../grammar.ts'
import type { Language } from '../lexer.ts'
import type { TokenClass } from '../tokens.ts'
import { rubyLike } from './shared/ruby.ts'

export const RUBY_WORDS: ReadonlyMap<string, TokenClass> = wordMap({
  k:
    'BEGIN END alias begin break case class defined? do else elsif end ensure for if in next ' +
    'raise redo rescue retry return super then undef unless until when while yield',
  kp:
    '__FILE__ __LINE__ alias_method attr catch extend false include loop module_function nil ' +
    'private protected public throw true',
  nb:
    'abort at_exit attr_accessor attr_reader attr_writer autoload binding block_given? caller ' +
    'exit format freeze gets lambda load p print proc puts rand require require_relative self ' +
    'sleep sprintf warn putc readline readlines system local_variables set_trace_func fork test ' +
    'fail global_variables eval iterator? srand select trap trace_var untrace_var autoload? exec ' +
    'exit! syscall open printf instance_method included_modules ancestors instance_methods ' +
    'public_instance_methods protected_instance_methods private_instance_methods constants ' +
    'inspect const_set const_get const_defined? class_variables const_missing to_s module_eval ' +
    'class_eval method_defined? public_method_defined? private_method_defined? name ' +
    'protected_method_defined? public_class_method private_class_method dup taint tainted? ' +
    'untaint methods singleton_methods protected_methods private_methods public_methods ' +
    'instance_variables instance_variable_get instance_variable_set instance_of? kind_of? is_a? ' +
    'display hash frozen? clone method eql? respond_to? object_id send __send__ __id__ ' +
    'instance_eval equal? method_missing to_a split id sub gsub chomp chop scan getc callcc sub! gsub! chomp! chop!',
})

const ruby: Language = rubyLike(RUBY_WORDS)

export default ruby
