using System.Text;

namespace VoldCms.Web.Commands;

/// <summary>Gets a password from whoever sits at the console, unseen, or from another program's output.</summary>
internal static class PasswordInput
{
    /// <summary>Null when none was given, or when the second time differs.</summary>
    public static string? Read()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() is { Length: > 0 } line ? line : null;
        }

        var first = Ask("Password: ");
        return first.Length > 0 && Ask("Once more: ") == first ? first : null;
    }

    private static string Ask(string question)
    {
        Console.Out.Write(question);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
            {
                typed.Length--;
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Out.WriteLine();
        return typed.ToString();
    }
}
