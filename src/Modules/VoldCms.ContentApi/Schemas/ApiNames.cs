namespace VoldCms.ContentApi.Schemas;

/// <summary>How definitions' names become names of GraphQL (contract 5.4).</summary>
internal static class ApiNames
{
    private const string PartSuffix = "Part";

    /// <summary>The first letter small: <c>HelpPage</c> to <c>helpPage</c>.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The field of a part: <c>HtmlBodyPart</c> to <c>htmlBody</c>, a bag named <c>Steps</c> to <c>steps</c>.</summary>
    public static string OfPart(string name) => Camel(
        name.Length > PartSuffix.Length && name.EndsWith(PartSuffix, StringComparison.Ordinal) ? name[..^PartSuffix.Length] : name);

    /// <summary>Whether GraphQL can say the name at all; what it cannot is left out of the schema.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Names"/>
    public static bool IsName(string name) =>
        name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && !name.StartsWith("__", StringComparison.Ordinal)
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
