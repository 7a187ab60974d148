using System.CommandLine;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink completion SHELL</c>: what a shell needs to complete models, options and values.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _evolink() {
            local line="${COMP_LINE#* }" skipped
            skipped=$(( ${#COMP_LINE} - ${#line} ))
            local word="${COMP_WORDS[COMP_CWORD]}" found
            COMPREPLY=()
            while IFS= read -r found; do
                [[ $found == "$word"* ]] && COMPREPLY+=("$(printf '%q' "$found")")
            done < <(evolink "[suggest:$(( COMP_POINT - skipped ))]" "$line" 2>/dev/null)
        }
        complete -o default -F _evolink evolink
        """;

    private const string Zsh = """
        _evolink() {
            local line="${BUFFER#* }"
            local -a found
            found=("${(@f)$(evolink "[suggest:$(( CURSOR - ${#BUFFER} + ${#line} ))]" "$line" 2>/dev/null)}")
            compadd -a found
        }
        compdef _evolink evolink
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName evolink -ScriptBlock {
            param($word, $ast, $cursor)
            $line = "$ast" -replace '^\S+\s*', ''
            $skipped = "$ast".Length - $line.Length
            evolink "[suggest:$($cursor - $skipped)]" $line 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create(ToolEnvironment environment)
    {
        Argument<string> shell = new("SHELL") { Description = "bash, zsh or pwsh; powershell is another word for pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh", "powershell");
        Command command = new("completion", "Write a shell's script that completes models, options and values: source <(evolink completion bash)") { shell };
        command.SetAction(parsed =>
        {
            environment.Screen.Out.WriteLine(parsed.GetValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                _ => PowerShell,
            });
            return ExitCodes.Done;
        });
        return command;
    }
}
