namespace VoldCms.GraphQLTests.Corpus;

/// <summary>A document of the corpus: where it comes from, what it says, and what is claimed of it.</summary>
public sealed record CorpusDocument(string Name, string Schema, string Text, bool IsValid)
{
    /// <summary>The variables to run it with, as JSON; null for none.</summary>
    public string? Variables { get; init; }

    /// <summary>Which operation to run; null when there is one only.</summary>
    public string? OperationName { get; init; }
}

/// <summary>
/// Documents written by hand, many in a file. A line <c>#+ name</c> begins one that the file's rule accepts, <c>#- name</c> one
/// that it refuses; <c>#! schema: name</c> chooses the schema, <c>#$</c> gives variables, <c>#@</c> an operation's name.
/// </summary>
public static class CorpusFile
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    /// <summary>The names (without extension) of the files of a folder of the corpus, in order.</summary>
    public static IEnumerable<string> List(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(s_folder, folder))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    /// <summary>The SDL of a schema of the corpus.</summary>
    public static string ReadSchema(string name) => File.ReadAllText(Path.Combine(s_folder, "Schemas", name + ".graphqls"));

    /// <summary>The documents of a file, in order.</summary>
    public static IReadOnlyList<CorpusDocument> Read(string folder, string name)
    {
        var documents = new List<CorpusDocument>();
        var schema = "harbour";
        foreach (var line in File.ReadLines(Path.Combine(s_folder, folder, name + ".graphql")))
        {
            if (line.StartsWith("#! schema: ", StringComparison.Ordinal))
            {
                schema = line["#! schema: ".Length..];
            }
            else if (line is ['#', '+' or '-', ' ', ..])
            {
                documents.Add(new CorpusDocument($"{name}: {line[3..]}", schema, "", line[1] == '+'));
            }
            else if (line.StartsWith("#$ ", StringComparison.Ordinal))
            {
                documents[^1] = documents[^1] with { Variables = line[3..] };
            }
            else if (line.StartsWith("#@ ", StringComparison.Ordinal))
            {
                documents[^1] = documents[^1] with { OperationName = line[3..] };
            }
            else
            {
                documents[^1] = documents[^1] with { Text = documents[^1].Text + line + "\n" };
            }
        }

        return documents;
    }
}
