/**
 * PHP (the PHP manual): the pages' HTML with code between `<?php` and `?>`.
 *
 * A text that neither begins with a tag nor has `<?php` is code from its beginning,
 * as is one with the option `start_inline=1`.
 */

import { type Action, goto, ifAhead, POP, type Step, wordMap } from '../grammar.ts'
import { type Language, language } from '../lexer.ts'

interface Memory {
  readonly inline: boolean
  /** The word that ends the here-document being read. */
  label: string
}

const KEYWORDS = `__CLASS__ __DIR__ __FILE__ __FUNCTION__ __LINE__ __METHOD__ __NAMESPACE__ __TRAIT__
  __halt_compiler abstract and array as break case catch clone continue declare default die do echo
  else elseif empty enddeclare endfor endforeach endif endswitch endwhile eval exit final finally for
  foreach global goto if include include_once instanceof insteadof isset list match new or parent
  print private protected public readonly require require_once return self static switch throw try
  unset use const function fn var while xor yield`

const LISTED: ReadonlySet<string> = new Set(KEYWORDS.split(/\s+/))

/** Keywords are the same in capitals. */
const keywords: Action<Memory> = (run, [word]) =>
  LISTED.has(word!) || LISTED.has(word!.toLowerCase()) ? run.token('k', word!) : false

/** Functions that come with PHP. */
const BUILTINS = new Set(
  `abs acos acosh addcslashes addslashes apache_request_headers apc_fetch apc_store apcu_fetch
  array_change_key_case array_chunk array_column array_combine array_count_values array_diff
  array_diff_assoc array_diff_key array_diff_uassoc array_diff_ukey array_fill array_fill_keys
  array_filter array_flip array_intersect array_intersect_assoc array_intersect_key
  array_intersect_ukey array_key_exists array_key_first array_key_last array_keys array_map
  array_merge array_merge_recursive array_multisort array_pad array_pop array_product array_push
  array_rand array_reduce array_replace array_replace_recursive array_reverse array_search
  array_shift array_slice array_splice array_sum array_udiff array_uintersect array_unique
  array_unshift array_values array_walk array_walk_recursive arsort asin asinh asort assert atan
  atan2 atanh base64_decode base64_encode base_convert basename bcadd bccomp bcdiv bcmod bcmul
  bcpow bcsqrt bcsub bin2hex bind_textdomain_codeset bindec bindtextdomain cal_info call_user_func
  call_user_func_array call_user_method ceil chdir checkdate checkdnsrr chgrp chmod chop chown chr
  chunk_split class_exists class_implements class_parents class_uses clearstatcache closedir
  closelog compact connection_aborted connection_status constant convert_cyr_string copy cos cosh
  count count_chars crc32 create_function crypt ctype_alnum ctype_alpha ctype_cntrl ctype_digit
  ctype_graph ctype_lower ctype_print ctype_punct ctype_space ctype_upper ctype_xdigit curl_close
  curl_errno curl_error curl_exec curl_getinfo curl_init curl_multi_add_handle curl_multi_close
  curl_multi_exec curl_multi_getcontent curl_multi_info_read curl_multi_init
  curl_multi_remove_handle curl_multi_select curl_multi_setopt curl_reset curl_setopt
  curl_setopt_array curl_version current date date_add date_create date_create_immutable
  date_default_timezone_get date_default_timezone_set date_diff date_format date_interval_format
  date_parse date_parse_from_format date_sun_info date_sunrise dba_close dba_open dba_replace
  dcgettext debug_backtrace debug_print_backtrace decbin dechex decoct define
  define_syslog_variables defined deg2rad delete dgettext dir dirname disk_free_space
  disk_total_space diskfreespace dl dngettext dom_import_simplexml doubleval each easter_date
  enchant_broker_init end ereg ereg_replace eregi eregi_replace error_clear_last error_get_last
  error_log error_reporting escapeshellarg escapeshellcmd exec exif_imagetype exif_read_data exp
  explode expm1 extension_loaded extract fclose feof fflush fgetc fgetcsv fgets fgetss file
  file_exists file_get_contents file_put_contents fileatime filectime filegroup fileinode
  filemtime fileowner fileperms filesize filetype filter_has_var filter_id filter_input
  filter_input_array filter_list filter_var filter_var_array finfo_buffer finfo_close finfo_file
  finfo_open floatval flock floor flush fmod fnmatch fopen forward_static_call
  forward_static_call_array fpassthru fprintf fputcsv fputs fread fscanf fseek fsockopen fstat
  ftell ftp_close ftp_connect ftp_exec ftp_get ftp_login ftp_put ftruncate func_get_arg
  func_get_args func_num_args function_exists fwrite gc_collect_cycles gc_disable gc_enable
  gc_enabled gd_info get_browser get_called_class get_cfg_var get_class get_class_methods
  get_class_vars get_current_user get_declared_classes get_declared_interfaces get_declared_traits
  get_defined_constants get_defined_functions get_defined_vars get_extension_funcs get_headers
  get_html_translation_table get_include_path get_included_files get_loaded_extensions
  get_magic_quotes_gpc get_magic_quotes_runtime get_meta_tags get_object_vars get_parent_class
  get_required_files get_resource_type getallheaders getcwd getdate getenv gethostbyaddr
  gethostbyname gethostname getimagesize getimagesizefromstring getlastmod getmypid getmyuid
  getopt getrandmax getrusage getservbyname gettext gettimeofday gettype glob gmdate gmmktime
  gmp_add gmp_init gmstrftime grapheme_strlen gzcompress gzdecode gzdeflate gzencode gzinflate
  gzopen gzputs gzuncompress hash hash_algos hash_copy hash_equals hash_file hash_final hash_hkdf
  hash_hmac hash_hmac_algos hash_init hash_pbkdf2 hash_update header header_register_callback
  header_remove headers_list headers_sent hebrev hebrevc hex2bin hexdec highlight_file
  highlight_string hrtime html_entity_decode htmlentities htmlspecialchars htmlspecialchars_decode
  http_build_query http_response_code hypot iconv iconv_strlen iconv_strpos iconv_substr idate
  idn_to_ascii idn_to_utf8 ignore_user_abort imagealphablending imagecolorallocate imagecolorat
  imagecopy imagecopyresampled imagecopyresized imagecreate imagecreatefromgif imagecreatefromjpeg
  imagecreatefrompng imagecreatefromstring imagecreatetruecolor imagedestroy imagefill
  imagefilledrectangle imagegif imagejpeg imageline imagepng imagerectangle imagesavealpha
  imagestring imagesx imagesy imagettftext imap_close imap_create imap_open imap_ping implode
  import_request_variables in_array inet_ntop inet_pton ini_alter ini_get ini_get_all ini_restore
  ini_set intdiv interface_exists intl_get_error_code intval ip2long is_a is_array is_bool
  is_callable is_countable is_dir is_double is_executable is_file is_finite is_float is_infinite
  is_int is_integer is_iterable is_link is_long is_nan is_null is_numeric is_object is_readable
  is_real is_resource is_scalar is_string is_subclass_of is_uploaded_file is_writable is_writeable
  iterator_apply iterator_count iterator_to_array jdtogregorian join json_decode json_encode
  json_last_error json_last_error_msg key key_exists krsort ksort lcfirst lcg_value lchown
  ldap_bind ldap_close ldap_connect ldap_errno ldap_error ldap_free_result ldap_read ldap_search
  levenshtein libxml_clear_errors libxml_disable_entity_loader libxml_get_errors
  libxml_use_internal_errors link linkinfo localeconv localtime log log10 log1p long2ip lstat
  ltrim magic_quotes_runtime mail max mb_check_encoding mb_chr mb_convert_case mb_convert_encoding
  mb_decode_mimeheader mb_detect_encoding mb_encode_mimeheader mb_ereg mb_ereg_replace
  mb_http_output mb_internal_encoding mb_list_encodings mb_ord mb_parse_str mb_preferred_mime_name
  mb_regex_encoding mb_split mb_str_split mb_strcut mb_strimwidth mb_stripos mb_strlen mb_strpos
  mb_strrpos mb_strstr mb_strtolower mb_strtoupper mb_strwidth mb_substitute_character mb_substr
  mb_substr_count mcrypt_encrypt md5 md5_file memory_get_peak_usage memory_get_usage metaphone
  method_exists mhash microtime mime_content_type min mkdir mktime money_format move_uploaded_file
  msg_send mssql_close mssql_connect mssql_data_seek mssql_fetch_array mssql_fetch_assoc
  mssql_fetch_field mssql_fetch_object mssql_fetch_row mssql_field_name mssql_field_seek
  mssql_field_type mssql_free_result mssql_init mssql_num_fields mssql_num_rows mssql_pconnect
  mssql_query mssql_result mssql_select_db mt_getrandmax mt_rand mt_srand mysql_affected_rows
  mysql_client_encoding mysql_close mysql_connect mysql_create_db mysql_data_seek mysql_db_name
  mysql_db_query mysql_drop_db mysql_errno mysql_error mysql_escape_string mysql_fetch_array
  mysql_fetch_assoc mysql_fetch_field mysql_fetch_lengths mysql_fetch_object mysql_fetch_row
  mysql_field_flags mysql_field_len mysql_field_name mysql_field_seek mysql_field_table
  mysql_field_type mysql_free_result mysql_get_client_info mysql_get_host_info
  mysql_get_proto_info mysql_get_server_info mysql_info mysql_insert_id mysql_list_dbs
  mysql_list_fields mysql_list_processes mysql_list_tables mysql_num_fields mysql_num_rows
  mysql_pconnect mysql_ping mysql_query mysql_real_escape_string mysql_result mysql_select_db
  mysql_set_charset mysql_stat mysql_tablename mysql_thread_id mysql_unbuffered_query
  mysqli_client_encoding mysqli_connect mysqli_escape_string natcasesort natsort next ngettext
  nl2br nl_langinfo number_format ob_clean ob_end_clean ob_end_flush ob_flush ob_get_clean
  ob_get_contents ob_get_flush ob_get_length ob_get_level ob_get_status ob_gzhandler
  ob_implicit_flush ob_list_handlers ob_start oci_connect octdec odbc_close odbc_connect
  odbc_error odbc_exec odbc_fetch_array odbc_fetch_object odbc_fetch_row odbc_field_len
  odbc_field_name odbc_field_type odbc_free_result odbc_num_fields odbc_num_rows odbc_pconnect
  odbc_result opcache_get_status opcache_invalidate opcache_reset opendir openlog openssl_decrypt
  openssl_encrypt openssl_error_string openssl_open openssl_random_pseudo_bytes openssl_sign
  openssl_verify ord output_add_rewrite_var pack parse_ini_file parse_ini_string parse_str
  parse_url passthru password_get_info password_hash password_needs_rehash password_verify
  pathinfo pclose pcntl_errno pcntl_exec pcntl_fork pcntl_signal pcntl_wait pcntl_waitpid
  pfsockopen pg_affected_rows pg_client_encoding pg_close pg_connect pg_escape_string
  pg_fetch_array pg_fetch_assoc pg_fetch_object pg_fetch_row pg_field_name pg_field_table
  pg_field_type pg_flush pg_free_result pg_num_fields pg_num_rows pg_pconnect pg_ping pg_query
  php_ini_loaded_file php_sapi_name php_uname phpinfo phpversion pi popen pos posix_errno
  posix_getpid posix_getuid posix_isatty posix_kill pow preg_grep preg_last_error preg_match
  preg_match_all preg_quote preg_replace preg_replace_callback preg_replace_callback_array
  preg_split prev print_r printf proc_close proc_get_status proc_nice proc_open proc_terminate
  property_exists putenv quoted_printable_decode quoted_printable_encode quotemeta rad2deg rand
  random_bytes random_int range rawurldecode rawurlencode readdir readfile readline
  readline_add_history readline_info readlink realpath realpath_cache_get
  register_shutdown_function rename reset restore_error_handler restore_exception_handler
  restore_include_path rewind rewinddir rmdir round rsort rtrim scandir sem_get serialize
  session_abort session_cache_limiter session_commit session_decode session_destroy session_encode
  session_get_cookie_params session_id session_is_registered session_name session_regenerate_id
  session_register session_save_path session_set_cookie_params session_set_save_handler
  session_start session_status session_unregister session_unset session_write_close
  set_error_handler set_exception_handler set_file_buffer set_include_path
  set_magic_quotes_runtime set_socket_blocking set_time_limit setcookie setlocale setrawcookie
  settype sha1 sha1_file shell_exec shm_attach shmop_open show_source shuffle similar_text
  simplexml_import_dom simplexml_load_file simplexml_load_string sin sinh sizeof sleep snmpget
  socket_accept socket_bind socket_close socket_connect socket_create socket_listen socket_read
  socket_setopt socket_write sodium_crypto_secretbox sort soundex spl_autoload_call
  spl_autoload_extensions spl_autoload_functions spl_autoload_register spl_autoload_unregister
  spl_classes spl_object_hash spl_object_id split spliti sprintf sql_regcase sqlite_close
  sqlite_escape_string sqlite_exec sqlite_fetch_array sqlite_fetch_object sqlite_field_name
  sqlite_num_fields sqlite_num_rows sqlite_open sqlite_query sqlite_unbuffered_query sqrt srand
  sscanf ssh2_connect stat str_getcsv str_ireplace str_pad str_repeat str_replace str_rot13
  str_shuffle str_split str_word_count strcasecmp strchr strcmp strcoll strcspn
  stream_context_create stream_context_get_options stream_context_set_option stream_copy_to_stream
  stream_filter_append stream_filter_register stream_get_contents stream_get_filters
  stream_get_line stream_get_meta_data stream_get_transports stream_get_wrappers stream_is_local
  stream_isatty stream_register_wrapper stream_resolve_include_path stream_select
  stream_set_blocking stream_set_timeout stream_set_write_buffer stream_socket_accept
  stream_socket_client stream_socket_enable_crypto stream_socket_get_name stream_socket_pair
  stream_socket_server stream_wrapper_register stream_wrapper_restore stream_wrapper_unregister
  strftime strip_tags stripcslashes stripos stripslashes stristr strlen strnatcasecmp strnatcmp
  strncasecmp strncmp strpbrk strpos strptime strrchr strrev strripos strrpos strspn strstr strtok
  strtolower strtotime strtoupper strtr strval substr substr_compare substr_count substr_replace
  symlink sys_get_temp_dir sys_getloadavg syslog system tan tanh tempnam textdomain time
  time_nanosleep timezone_abbreviations_list timezone_identifiers_list timezone_name_from_abbr
  timezone_open tmpfile token_get_all token_name touch trait_exists trigger_error trim uasort
  ucfirst ucwords uksort umask uniqid unixtojd unlink unpack unregister_tick_function unserialize
  urldecode urlencode use_soap_error_handler user_error usleep usort utf8_decode utf8_encode
  var_dump var_export variant_add version_compare vfprintf vprintf vsprintf wddx_add_vars
  wddx_deserialize wddx_packet_end wddx_packet_start wddx_serialize_value wddx_serialize_vars
  wordwrap xml_parse xml_parser_create xml_parser_free yaml_parse zend_thread_id zip_close
  zip_open zip_read zlib_decode`.split(/\s+/),
)

const call: Action<Memory> = (run, [name]) =>
  run.token(BUILTINS.has(name!.toLowerCase()) ? 'nb' : 'nf', name!)

const CONSTANTS = wordMap({ kc: 'true false null' })

const constant: Action<Memory> = (run, [name]) => {
  const known = CONSTANTS.get(name!.toLowerCase())
  return known === undefined ? false : run.token(known, name!)
}

const start: Action<Memory> = (run) => {
  run.go(
    goto(
      run.memory.inline ||
        (!/^\s*</.test(run.text.slice(0, 200)) && !/<\?(?:php|=)/i.test(run.text))
        ? 'code'
        : 'page',
    ),
  )
}

const beginHeredoc: Action<Memory> = (run, [text, label]) => {
  run.memory.label = label!
  run.token('sh', text!)
}

const endHeredoc: Action<Memory> = (run, [text, label]) =>
  label === run.memory.label ? run.token('sh', text!) : false

const space: Step<Memory> = [/[ \t\n\r\f\v]+/, '']
const html = { language: 'html' }

const php: Language = language<Memory>({
  memory: (options) => ({ inline: options.get('start_inline') === '1', label: '' }),
  states: {
    root: [[/(?:)/, start]],
    page: [
      [/<\?(?:php|=)?/i, 'cp', goto('code')],
      [/[^<]+(?:<(?!\?)[^<]*)*|(?:<(?!\?)[^<]*)+/, html],
    ],
    code: [[/\?>/, 'cp', goto('page')], 'text'],
    text: [
      space,
      [/(?:#|\/\/).*/, 'c1'],
      [/\/\*\*\//, 'cm'],
      [/\/\*\*/, ifAhead('*/', 'cd'), 'doc'],
      [/\/\*/, ifAhead('*/', 'cm'), 'comment'],
      [/<<<["']?([A-Za-z_]\w*)["']?\n/, beginHeredoc, 'heredoc'],
      [/(namespace)([ \t]+)([\w\\]+)/, ['kn', '', 'nn']],
      [/use\b(?=[ \t\n]*\()/, 'k'],
      [/use\b/, 'kn', 'use'],
      [/(class|interface|trait|extends)([ \t\n]+)([A-Za-z_][\w\\]*)/, ['kd', '', 'nc']],
      [/(?:class|interface|trait|extends|implements)\b/, 'kd'],
      [/(::)(class)\b/, ['o', 'n']],
      [/(new)([ \t\n]+)(?!class\b)([A-Za-z_][\w\\]*)/, ['k', '', 'nc']],
      [/(function|fn)\b/, 'k', 'function'],
      [/(const)([ \t]+)([A-Za-z_]\w*)/, ['k', '', 'no']],
      [
        /(public|private|protected|static|readonly|var)([ \t]+)(?!static\b|readonly\b)(\??[A-Za-z_]\w*)(?=[ \t]+\$)/,
        ['k', '', 'kt'],
      ],
      [/[a-zA-Z_]\w*(?![\w\\])/, keywords],
      [/[A-Za-z]+(?![\w\\])/, constant],
      [/(?:PHP|E)_[A-Z_]+\b/, 'kc'],
      [/__[A-Z]+(?:_[A-Z]+)*__\b/, 'nb'],
      [/[A-Za-z_][\w\\]*(?=[ \t\n]*\()/, call],
      [/\$\w+/, 'nv'],
      [/[A-Z][A-Z0-9_]+(?![\w\\])/, 'no'],
      [/[A-Z][A-Za-z0-9\\]*(?![\w\\])/, 'nc'],
      [/[A-Za-z_][\w\\]*/, 'n'],
      [/0[xX][\da-fA-F_]+/, 'mh'],
      [/0[bB][01_]+/, 'mb'],
      [/(?:\d+(?:_\d+)*)?\.\d*(?:[eE][-+]?\d+)?/, 'mf'],
      [/0[0-7]+(?!\d)/, 'mo'],
      [/\d+(?:_\d+)*/, 'mi'],
      [/'/, 's1', 'single'],
      [/`/, 'sb', 'command'],
      [/"/, 's2', 'string'],
      [/[-~!%^&*+=|:<>?@]|\//, 'o'],
      [/[;,(){}[\]]/, 'p'],
    ],
    use: [
      space,
      [/;/, 'p', POP],
      [/,/, 'p'],
      [/function\b/, 'k', goto('use function')],
      [/(?:as|const)\b/, 'k'],
      [/([\w\\]+\\)(\{)/, ['nn', 'p']],
      [/\\?[A-Za-z_][\w\\]*/, 'nc'],
      [/\{/, 'p', POP],
      [/\}/, 'p'],
      [/(?:)/, '', POP],
    ],
    'use function': [
      [/;/, 'p', POP],
      [/as\b/, 'k'],
      [/\w+(?=;)/, 'nf'],
      [/[A-Za-z_][\w\\]*/, 'n'],
      'text',
    ],
    function: [
      space,
      [/&/, 'o'],
      [/[A-Za-z_]\w*/, 'n'],
      [/\(/, 'p', goto('parameters')],
      [/(?:)/, '', POP],
    ],
    parameters: [
      [/(\)[ \t\n]*:)([ \t\n]*)(\??[A-Za-z_]\w*)/, ['p', '', 'kt'], POP],
      [/\)/, 'p', POP],
      [/(\|)([A-Za-z_]\w*)(?=[ \t]+[&.$])/, ['o', 'nc']],
      [/\??[A-Za-z_]\w*(?=(?:\|\w+)*[ \t]+(?:&|\.\.\.)?\$)/, 'kt'],
      [/\(/, 'p', 'parentheses'],
      // A name from the root is more than Rouge knows of types.
      [/\\/, 'err', goto('parentheses')],
      'text',
    ],
    parentheses: [[/\)/, 'p', POP], [/\(/, 'p', 'parentheses'], 'text'],
    heredoc: [
      [/[ \t]*([A-Za-z_]\w*)\b;?/, endHeredoc, POP],
      [/.*\n|.+/, 'sh'],
    ],
    single: [
      [/[^'\\]+|\\[\s\S]?/, 's1'],
      [/'/, 's1', POP],
    ],
    command: [
      [/[^`\\]+|\\[\s\S]?/, 'sb'],
      [/`/, 'sb', POP],
    ],
    string: [
      [/"/, 's2', POP],
      [/\\(?:[nrtvef\\$"]|[0-7]{1,3}|x[\da-fA-F]{1,2}|u\{[\da-fA-F]+\})/, 'se'],
      [/\$[A-Za-z_]\w*(?:\[\$?\w+\]|->\w+)?/, 'nv'],
      [/\{(?=\$)/, 'si', 'interpolation'],
      [/[^"\\${]+|[\\${]/, 's2'],
    ],
    interpolation: [[/\}/, 'si', POP], [/\{/, 'p', 'braces'], 'text'],
    braces: [[/\}/, 'p', POP], [/\{/, 'p', 'braces'], 'text'],
    doc: [
      [/[^*]+|\*+(?!\/)/, 'cd'],
      [/\*\//, 'cd', POP],
    ],
    comment: [
      [/[^*]+|\*+(?!\/)/, 'cm'],
      [/\*\//, 'cm', POP],
    ],
  },
})

export default php
