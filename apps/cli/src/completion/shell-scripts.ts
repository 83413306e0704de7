/** The shells that can be told what completes the command. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** What stands for "and paths" among the lines of `complete`. */
export const FILES_LINE = ':files';

const BASH = `# bash completion of fashion-mnist: eval "$(fashion-mnist completion bash)"
_fashion_mnist() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line IFS=$'\\n'
  [[ $current == '=' ]] && current=''
  COMPREPLY=()
  while read -r line; do
    if [[ $line == '${FILES_LINE}' ]]; then
      compopt -o filenames 2>/dev/null
      COMPREPLY+=($(compgen -f -- "$current"))
    else
      COMPREPLY+=("\${line%%$'\\t'*}")
    fi
  done < <(fashion-mnist complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _fashion_mnist fashion-mnist
`;

const ZSH = `#compdef fashion-mnist
# zsh completion of fashion-mnist: source <(fashion-mnist completion zsh), after compinit
_fashion_mnist() {
  local line has_files
  local -a candidates
  while IFS= read -r line; do
    if [[ $line == '${FILES_LINE}' ]]; then
      has_files=1
    else
      candidates+=("\${\${line//:/\\\\:}/$'\\t'/:}")
    fi
  done < <(fashion-mnist complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#candidates} )) && _describe 'fashion-mnist' candidates
  [[ -n $has_files ]] && _files
}
compdef _fashion_mnist fashion-mnist
`;

const FISH = `# fish completion of fashion-mnist: fashion-mnist completion fish | source
function __fashion_mnist_complete
    set -l typed (commandline -opc) "$(commandline -ct)"
    for line in (fashion-mnist complete -- $typed[2..-1] 2>/dev/null)
        if test "$line" = '${FILES_LINE}'
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c fashion-mnist -f -a '(__fashion_mnist_complete)'
`;

/** What a shell is to read. */
export const SHELL_SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
