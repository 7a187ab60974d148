using System.CommandLine;
using System.Text;
using Evolink.Tool.Cli;
using Evolink.Tool.Connections;
using Evolink.Tool.Output;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink login</c>: keeps the key.</summary>
internal static class LoginCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        Option<bool> remove = new("--remove") { Description = "Delete the key." };
        Command command = new("login", "Keep the API key in a file that only you can read. It is read from the standard input, never from the command line.") { remove };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ApiKeyFile file = new(environment.ConfigFolder);
            if (parsed.GetValue(remove))
            {
                environment.Screen.Error.WriteLine(file.Delete() ? "The key is deleted here. It works until you delete it at https://evolink.ai/dashboard/keys, too." : "There was no key.");
                return ExitCodes.Done;
            }

            string key = (await ReadKeyAsync(environment.Screen, cancellationToken)).Trim();
            if (key.Length == 0) throw ToolException.Usage("No key was given. Make one at https://evolink.ai/dashboard/keys");
            Account.ThrowIfInvalid(new EvolinkOptions { ApiKey = key });
            file.Write(key);
            environment.Screen.Error.WriteLine($"The key is in '{file.Path}'.");
            if (environment.Value(EvolinkOptions.ApiKeyVariable) is not null) environment.Screen.Error.WriteLine($"{EvolinkOptions.ApiKeyVariable} is set and goes before it.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<string> ReadKeyAsync(Screen screen, CancellationToken cancellationToken)
    {
        if (!screen.IsInputTerminal) return await screen.Input.ReadLineAsync(cancellationToken) ?? "";
        screen.Error.Write("Key (it is not shown): ");
        StringBuilder key = new();
        while (true)
        {
            ConsoleKeyInfo pressed = await Task.Run(static () => Console.ReadKey(intercept: true), cancellationToken).WaitAsync(cancellationToken);
            if (pressed.Key == ConsoleKey.Enter) break;
            if (pressed.Key == ConsoleKey.Backspace) key.Length = Math.Max(0, key.Length - 1);
            else if (!char.IsControl(pressed.KeyChar)) key.Append(pressed.KeyChar);
        }

        screen.Error.WriteLine();
        return key.ToString();
    }
}
