using System.Text;
using VoldCms.ContentManagement.Kinds;

namespace VoldCms.ContentApi.Schema;

/// <summary>How definitions' names become names of GraphQL (contract 5.4).</summary>
internal static class ApiNames
{
    private const string PartSuffix = "Part";

    /// <summary>The first letter small: <c>HelpPage</c> to <c>helpPage</c>.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The field of a part: <c>HtmlBodyPart</c> to <c>htmlBody</c>, a bag named <c>Steps</c> to <c>steps</c>.</summary>
    public static string OfPart(string name) =>
        Camel(name.Length > PartSuffix.Length && name.EndsWith(PartSuffix, StringComparison.Ordinal) ? name[..^PartSuffix.Length] : name);

    /// <summary>Whether what is stored there is the id of something, or a list of such.</summary>
    public static bool IsId(StoredProperty property) =>
        property.IsIdentifier
        && (
            property.Name.EndsWith("Id", StringComparison.Ordinal)
            || property.Name.EndsWith("Ids", StringComparison.Ordinal)
            || property.Name.StartsWith("LocalizationSet", StringComparison.Ordinal)
        );

    /// <summary>
    /// A name in words, for sentences: <c>responsibleParties</c> to <c>Responsible parties</c>, <c>createdUtc</c> to <c>Created utc</c>.
    /// </summary>
    public static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        for (var index = 0; index < name.Length; index++)
        {
            var isNewWord = index > 0 && char.IsUpper(name[index]) && !char.IsUpper(name[index - 1]);
            words.Append(isNewWord ? " " : "").Append(index == 0 ? char.ToUpperInvariant(name[index]) : char.ToLowerInvariant(name[index]));
        }

        return words.Replace('_', ' ').ToString();
    }

    /// <summary>Whether GraphQL can say the name at all; what it cannot is left out of the schema.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Names"/>
    public static bool IsName(string name) =>
        name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && !name.StartsWith("__", StringComparison.Ordinal)
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
