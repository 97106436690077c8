using System.CommandLine;
using System.CommandLine.Parsing;
using VoldCms.ContentManagement.Storage;

namespace VoldCms.Web.Commands;

/// <summary>Arguments and options that name a file: what can be no file's name is not understood.</summary>
internal static class FileNames
{
    public static Argument<string> Argument(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result => Check(result, result.GetValueOrDefault<string>()));
        return argument;
    }

    public static Option<string?> Option(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result => Check(result, result.GetValueOrDefault<string?>()));
        return option;
    }

    private static void Check(SymbolResult result, string? file)
    {
        if (string.IsNullOrWhiteSpace(file) || file.Contains('\0', StringComparison.Ordinal))
        {
            result.AddError($"'{file}' is no name of a file.");
        }
        else if (Directory.Exists(file))
        {
            result.AddError($"'{file}' is a folder; expected a file.");
        }
        else if (File.Exists(file) && !RegularFile.IsAt(file))
        {
            result.AddError($"'{file}' is no regular file; expected one.");
        }
    }
}
